import { useSyncExternalStore } from "react";
import type { DocumentView } from "@/shared/api/generated";
import { problemOf } from "@/shared/api/problem";
import { onSessionChange } from "@/shared/api/session";
import { bring } from "./uploading";

/** A file that is brought: on its way, there, there already, or refused. */
export interface Arrival {
  id: number;
  name: string;
  size: number;
  sent: number;
  state: "waiting" | "sending" | "here" | "known" | "refused";
  document?: DocumentView;
  error?: unknown;
}

const AT_ONCE = 2;
const TRIES = 6;

let arrivals: readonly Arrival[] = [];
let last = 0;
let sending = 0;
const waiting: { id: number; file: File; project?: string }[] = [];
const stops = new Map<number, AbortController>();
const listeners = new Set<() => void>();
const brought = new Set<() => void>();

function change(next: readonly Arrival[]): void {
  arrivals = next;
  for (const listener of listeners) listener();
}

const set = (id: number, some: Partial<Arrival>) =>
  change(arrivals.map((one) => (one.id === id ? { ...one, ...some } : one)));

/** Sends files one after the other, also while somebody looks at other pages. */
export function bringAll(files: readonly File[], project?: string): void {
  for (const file of files) {
    const id = ++last;
    waiting.push({ id, file, project });
    change([...arrivals, { id, name: file.name, size: file.size, sent: 0, state: "waiting" }]);
  }
  next();
}

/** Takes a file out of the list; one that is under way is stopped. */
export function dismiss(id: number): void {
  stops.get(id)?.abort();
  const at = waiting.findIndex((one) => one.id === id);
  if (at >= 0) waiting.splice(at, 1);
  change(arrivals.filter((one) => one.id !== id));
}

/** Calls back whenever a document has come. */
export function onBrought(listener: () => void): () => void {
  brought.add(listener);
  return () => brought.delete(listener);
}

function next(): void {
  while (sending < AT_ONCE) {
    const one = waiting.shift();
    if (!one) return;
    sending++;
    void send(one).finally(() => {
      sending--;
      next();
    });
  }
}

async function send({ id, file, project }: (typeof waiting)[number]): Promise<void> {
  const stop = new AbortController();
  stops.set(id, stop);
  set(id, { state: "sending" });
  try {
    const { document, isDuplicate } = await patiently(
      () => bring(file, { project, signal: stop.signal, told: (sent) => set(id, { sent }) }),
      stop.signal,
    );
    set(id, { state: isDuplicate ? "known" : "here", sent: file.size, document });
    for (const listener of brought) listener();
  } catch (error) {
    set(id, { state: "refused", error });
  } finally {
    stops.delete(id);
  }
}

/** Whoever brings a whole shelf is asked to wait in between. */
async function patiently<T>(act: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await act();
    } catch (error) {
      const { code, retryAfter = 5 } = problemOf(error);
      if (code !== "too_many_requests" || signal.aborted || tries >= TRIES) throw error;
      await new Promise((go) => setTimeout(go, retryAfter * 1000));
    }
  }
}

export function useArrivals(): readonly Arrival[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => arrivals,
  );
}

// Another person brings other files.
onSessionChange(() => {
  waiting.length = 0;
  for (const stop of stops.values()) stop.abort();
  change([]);
});
