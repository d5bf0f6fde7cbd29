import { type FormEvent, useState } from "react";
import { type Problem, problemOf } from "@/shared/api/problem";

/** Sends a form once at a time and keeps what was found wrong with it, by field. */
export function useForm(send: (fields: Record<string, string>, form: HTMLFormElement) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const fields = Object.fromEntries(
      [...new FormData(event.currentTarget)].filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    );
    const form = event.currentTarget;
    setBusy(true);
    setProblem(null);
    try {
      await send(fields, form);
    } catch (thrown) {
      const found = problemOf(thrown);
      setProblem(found);
      const first = Object.keys(found.errors ?? {})[0];
      const field = first ? form.elements.namedItem(first) : null;
      if (field instanceof HTMLElement) field.focus();
    } finally {
      setBusy(false);
    }
  }

  return { busy, problem, errorsOf: (name: string) => problem?.errors?.[name], onSubmit };
}
