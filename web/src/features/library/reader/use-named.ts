import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import {
  type DocumentView,
  getApiV1DocumentsByDocumentIdMentions,
  type MentionView,
} from "@/shared/api/generated";
import type { Row } from "./rows";

const BLOCK = 20_000; // code points that are asked for at once

/** Who is named in the part of the text that is shown, in its order; nobody where it is not wanted. */
export function useNamed(
  { id: documentId, analyzedAt }: DocumentView,
  shown: readonly Row[],
  isWanted: boolean,
): readonly MentionView[] {
  const first = Math.floor((shown[0]?.start ?? 0) / BLOCK);
  const last = Math.floor((shown.at(-1)?.start ?? 0) / BLOCK);
  const isKnown = isWanted && analyzedAt !== null && shown.length > 0;
  const blocks = isKnown ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : [];
  const found = useQueries({
    queries: blocks.map((block) => ({
      queryKey: ["documents", "named", documentId, analyzedAt, block],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (
          await getApiV1DocumentsByDocumentIdMentions({
            path: { documentId },
            query: { from: block * BLOCK, to: (block + 1) * BLOCK },
            signal,
            throwOnError: true,
          })
        ).data.items,
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const known = found.map((one) => one.dataUpdatedAt).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answers are new when their times are
  return useMemo(() => found.flatMap((one) => one.data ?? []), [known, documentId, first, last]);
}
