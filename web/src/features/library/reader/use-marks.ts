import { useCallback, useMemo } from "react";
import type { DocumentView } from "@/shared/api/generated";
import { foundWords, places } from "../search/matches";
import { useHits } from "../use-findings";
import type { Row } from "./rows";
import type { Span } from "./spans";

const NOTHING: readonly Span[] = [];

interface Place {
  at?: number;
  to?: number;
  q?: string;
}

/** What to mark in a row: the passage one was led to, or in it the words one looked for. */
export function useMarks({ id: documentId }: DocumentView, { at, to, q = "" }: Place) {
  const hits = useHits(q, { documentId });
  const hit = hits.data?.pages.flatMap((page) => page.items).find((one) => one.start === at);
  const words = useMemo(() => foundWords(hit), [hit]);
  return useCallback(
    (row: Row): readonly Span[] => {
      if (at === undefined || to === undefined || row.end <= at || row.start >= to) return NOTHING;
      if (words.size === 0) return [{ start: at, end: to }];
      return places(row.text, row.start, words).filter((one) => one.start >= at && one.end <= to);
    },
    [at, to, words],
  );
}
