import { useEffect } from "react";
import { onWork } from "@/shared/lib/work";

const APART = 500; // milliseconds

/** The tab is named after the page's heading, and says first how far the work of that page is. */
export function useTabTitle(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let named = Number.NEGATIVE_INFINITY;
    let progress: number | null = null;
    const name = () => {
      timer = null;
      named = performance.now();
      document.title = titleOf(document.querySelector("h1")?.textContent ?? "", progress);
    };
    // A tab's name is work for the browser, and for whom it is read out to.
    const soon = () => {
      timer ??= setTimeout(name, Math.max(0, named + APART - performance.now()));
    };
    const watch = new MutationObserver(soon);
    watch.observe(document.body, { childList: true, characterData: true, subtree: true });
    const stop = onWork((fraction) => {
      progress = fraction;
      soon();
    });
    soon();
    return () => {
      watch.disconnect();
      stop();
      if (timer) clearTimeout(timer);
    };
  }, []);
}

export function titleOf(heading: string, progress: number | null): string {
  const page = heading.trim() ? `${heading.trim()} – Atelier` : "Atelier";
  return progress === null ? page : `${Math.floor(progress * 100)} % · ${page}`;
}
