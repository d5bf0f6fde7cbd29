import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { type Row, rowAt } from "./rows";

const BEFORE = 24;
const AFTER = 48;
const STEP = 16; // rows
const NEAR = "400px"; // less than half of what so many rows take, or both ends would always be near
const AGAIN = 60; // milliseconds
const CALM = 250; // milliseconds

interface Part {
  rows: readonly Row[] | null;
  isAllBefore: boolean;
  isAllAfter: boolean;
}

/** The few rows of a text that are in the page, which move along as one scrolls; what one reads stays where it is. */
export function useWindow(
  { rows, isAllBefore, isAllAfter }: Part,
  place: number,
  move: (place: number) => void,
  list: RefObject<HTMLElement | null>,
) {
  const middle = rows ? rowAt(rows, place) : 0;
  const first = Math.max(0, middle - BEFORE);
  const end = middle + AFTER;
  const shown = rows?.slice(first, end) ?? [];
  const anchor = useRef<{ start: string; top: number } | null>(null);
  const [here, setHere] = useState(place);

  const remember = useCallback(() => {
    for (const row of list.current?.querySelectorAll<HTMLElement>("[data-start]") ?? []) {
      const { top, bottom } = row.getBoundingClientRect();
      if (bottom <= 0) continue;
      anchor.current = { start: row.dataset.start ?? "", top };
      return;
    }
  }, [list]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const scrolled = () => {
      remember();
      timer ??= setTimeout(() => {
        timer = null;
        if (anchor.current) setHere(Number(anchor.current.start));
      }, CALM);
    };
    window.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      window.removeEventListener("scroll", scrolled);
      if (timer) clearTimeout(timer);
    };
  }, [remember]);

  const shape = `${shown[0]?.start ?? ""} ${shown.at(-1)?.end ?? ""}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever other rows are shown
  useLayoutEffect(() => {
    const kept = anchor.current;
    const row = kept && list.current?.querySelector<HTMLElement>(`[data-start="${kept.start}"]`);
    if (row) window.scrollBy(0, row.getBoundingClientRect().top - kept.top);
    remember();
  }, [shape, list, remember]);

  return {
    shown,
    /** Where the topmost row that is seen begins. */
    here,
    hasEarlier: first > 0 || !isAllBefore,
    hasLater: (rows !== null && end < rows.length) || !isAllAfter,
    earlier: () => {
      const to = rows?.[Math.max(0, middle - STEP)];
      if (to) move(to.start < place ? to.start : Math.max(0, to.start - 1));
    },
    later: () => {
      const to = rows?.[Math.min(rows.length - 1, middle + STEP)];
      if (to) move(to.start > place ? to.start : to.end);
    },
    /** What was seen does not matter any more: one goes elsewhere. */
    leave: useCallback((to: number) => {
      anchor.current = null;
      setHere(to);
    }, []),
  };
}

/** Calls while something is nearly in sight. */
export function useNearing(act: () => void, isOn: boolean) {
  const mark = useRef<HTMLDivElement>(null);
  const latest = useRef(act);
  latest.current = act;
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!mark.current) return;
    const watch = new IntersectionObserver((seen) => setNear(seen.at(-1)?.isIntersecting ?? false), {
      rootMargin: NEAR,
    });
    watch.observe(mark.current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (!isNear || !isOn) return;
    const again = setInterval(() => latest.current(), AGAIN);
    return () => clearInterval(again);
  }, [isNear, isOn]);
  return mark;
}
