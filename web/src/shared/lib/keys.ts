import { type ReactNode, useEffect, useRef } from "react";

/** What a key does where one is; the list of keys shows it. */
export interface Key {
  key: string;
  does: ReactNode;
}

let known: readonly Key[] = [];

/** The keys that do something now, in the order of the page. */
export const knownKeys = () => known;

/** Whether a key that was hit is meant for something else: for a field, a dialog, or the browser. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const at = event.target instanceof Element ? event.target : null;
  // What has the focus is worked with these.
  if (/^( $|Enter|Arrow)/.test(event.key) && at?.closest("a, button, summary, video")) return true;
  return !!at?.closest("input, textarea, select, [contenteditable=true], dialog");
}

/** Single keys of a page; never those a browser needs. */
export function useKeys(keys: Record<string, { does: ReactNode; act: () => void }>): void {
  const latest = useRef(keys);
  latest.current = keys;
  const names = Object.keys(keys).join();
  useEffect(() => {
    const mine: Key[] = names.split(",").map((key) => ({ key, does: latest.current[key]?.does }));
    known = [...known, ...mine];
    const hit = (event: KeyboardEvent) => {
      const wanted = latest.current[event.key];
      if (!wanted || isTaken(event)) return;
      event.preventDefault();
      wanted.act();
    };
    document.addEventListener("keydown", hit);
    return () => {
      document.removeEventListener("keydown", hit);
      known = known.filter((key) => !mine.includes(key));
    };
  }, [names]);
}
