import { problemOf } from "./problem";

/** Somebody waits to prove who they are; the dialog that asks them is drawn once, by the frame of the studio. */
type Question = (isProven: boolean) => void;

let question: Question | null = null;
const listeners = new Set<() => void>();

export const openQuestion = () => question;

export function onQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function answer(isProven: boolean): void {
  const waiting = question;
  put(null);
  waiting?.(isProven);
}

/** Does what cannot be taken back: where the login is too old for it, the password is asked first. */
export async function inPerson<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (thrown) {
    if (problemOf(thrown).code !== "step_up_required") throw thrown;
    if (!(await ask())) throw { status: 403, code: "step_up_declined" };
    return act();
  }
}

function ask(): Promise<boolean> {
  answer(false); // a second question takes the place of the first
  return new Promise((resolve) => put(resolve));
}

function put(next: Question | null): void {
  question = next;
  for (const listener of listeners) listener();
}
