import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { type DocumentView, getApiV1DocumentsByDocumentIdText } from "@/shared/api/generated";
import { type Row, rowsOf } from "./rows";

const PIECE = 12_000; // code points
const MINUTES = 5 * 60_000; // milliseconds a piece is kept after it was last seen

/** The rows around a place. Only pieces near it are fetched and kept, however long the text is. */
export function useText({ id: documentId, readAt, textLength }: DocumentView, place: number) {
  const length = textLength ?? 0;
  const last = Math.max(0, Math.ceil(length / PIECE) - 1);
  const middle = Math.min(last, Math.floor(place / PIECE));
  const [from, to] = [Math.max(0, middle - 1), Math.min(last, middle + 1)];
  const pieces = useQueries({
    queries: Array.from({ length: to - from + 1 }, (_, at) => ({
      queryKey: ["documents", "text", documentId, readAt, from + at],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (
          await getApiV1DocumentsByDocumentIdText({
            path: { documentId },
            query: { from: (from + at) * PIECE, to: Math.min(length, (from + at + 1) * PIECE) },
            signal,
            throwOnError: true,
          })
        ).data.text,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: MINUTES,
    })),
  });
  // What hangs together around the middle is shown while the rest comes.
  const center = middle - from;
  let [a, b] = [center, center];
  const known = (at: number) => pieces[at]?.data !== undefined;
  if (known(center)) {
    while (known(a - 1)) a--;
    while (known(b + 1)) b++;
  }
  const text = known(center)
    ? pieces
        .slice(a, b + 1)
        .map((piece) => piece.data)
        .join("")
    : null;
  const start = (from + a) * PIECE;
  const rows = useMemo<Row[] | null>(
    () => (text === null ? null : rowsOf(text, start, length)),
    [text, start, length],
  );
  return {
    rows,
    isAllBefore: from + a === 0,
    isAllAfter: from + b === last,
    error: pieces[center]?.error ?? null,
    retry: () => void pieces[center]?.refetch(),
  };
}
