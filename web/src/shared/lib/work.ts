import { useEffect } from "react";

type Listener = (fraction: number | null) => void;

const shown = new Map<symbol, number>();
const listeners = new Set<Listener>();

/** Tells the tab's title how far what this part of the page shows is: 0 to 1, or null while nothing is under way. */
export function useWork(fraction: number | null): void {
  useEffect(() => {
    if (fraction === null) return;
    const me = Symbol();
    shown.set(me, fraction);
    tell();
    return () => {
      shown.delete(me);
      tell();
    };
  }, [fraction]);
}

/** Calls back with the mean of all work that is shown. */
export function onWork(listener: Listener): () => void {
  listeners.add(listener);
  listener(mean());
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener(mean());
}

function mean(): number | null {
  const all = [...shown.values()];
  if (all.every((one) => one >= 1)) return null; // the bars of what is finished stay on the page
  return all.reduce((sum, one) => sum + one, 0) / all.length;
}
