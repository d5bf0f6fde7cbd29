import { useEffect } from "react";
import { onWork } from "@/shared/lib/work";

/** The tab is named after the page's heading, and says first how far the work of that page is. */
export function useTabTitle(): void {
  useEffect(() => {
    let frame = 0;
    let progress: number | null = null;
    const name = () => {
      frame = 0;
      document.title = titleOf(document.querySelector("h1")?.textContent ?? "", progress);
    };
    const soon = () => {
      frame ||= requestAnimationFrame(name);
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
      cancelAnimationFrame(frame);
    };
  }, []);
}

export function titleOf(heading: string, progress: number | null): string {
  const page = heading.trim() ? `${heading.trim()} – Atelier` : "Atelier";
  return progress === null ? page : `${Math.floor(progress * 100)} % · ${page}`;
}
