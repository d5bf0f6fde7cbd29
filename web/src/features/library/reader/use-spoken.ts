import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import {
  type ContentsView,
  type DocumentView,
  getApiV1DocumentsByDocumentIdQuotations,
  type QuotationView,
} from "@/shared/api/generated";
import { lastBefore } from "./contents";
import type { Row } from "./rows";

const PAGE = 100;
const MOST_PAGES = 10; // of one chapter

/** The quotations of the chapters that are shown, in the order of the text; none where they are not wanted. */
export function useSpoken(
  { id: documentId, analyzedAt }: DocumentView,
  { chapters }: ContentsView,
  shown: readonly Row[],
  isWanted: boolean,
): readonly QuotationView[] {
  const first = lastBefore(chapters, shown[0]?.start ?? 0);
  const last = lastBefore(chapters, shown.at(-1)?.start ?? 0);
  const numbers = isWanted && analyzedAt !== null ? chapters.slice(Math.max(0, first), last + 1) : [];
  const found = useQueries({
    queries: numbers.map(({ number }) => ({
      queryKey: ["documents", "spoken", documentId, analyzedAt, number],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const all: QuotationView[] = [];
        let cursor: string | undefined;
        for (let page = 0; page < MOST_PAGES; page++) {
          const { data } = await getApiV1DocumentsByDocumentIdQuotations({
            path: { documentId },
            query: { chapter: number, limit: PAGE, cursor },
            signal,
            throwOnError: true,
          });
          all.push(...data.items);
          if (!data.nextCursor) break;
          cursor = data.nextCursor;
        }
        return all;
      },
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const known = found.map((one) => one.dataUpdatedAt).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answers are new when their times are
  return useMemo(() => found.flatMap((one) => one.data ?? []), [known, documentId, first, last]);
}
