import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import {
  type CommentState,
  getApiV1Comments,
  getApiV1CommentsByCommentId,
  getApiV1CommentsByCommentIdVersions,
  getApiV1CommentsQueue,
  getApiV1CommentsRubric,
} from "@/shared/api/generated";

const PAGE = 50;
const LOOK = 3_000; // milliseconds: while a draft is written
const QUEUE = 15_000; // milliseconds between two looks at a queue that anybody may work on

/** What waits for a decision, the oldest first; or the drafts of one campaign, or in one state. */
export function useComments({ campaign, state }: { campaign?: string; state?: CommentState }) {
  const waits = !campaign && state !== "approved" && state !== "rejected";
  return useInfiniteQuery({
    queryKey: ["comments", "list", campaign ?? "", state ?? ""],
    queryFn: async ({ signal, pageParam }) => {
      const query = { limit: PAGE, cursor: pageParam, state };
      const { data } = waits
        ? await getApiV1CommentsQueue({ query, signal, throwOnError: true })
        : await getApiV1Comments({
            query: { ...query, campaignId: campaign },
            signal,
            throwOnError: true,
          });
      return data;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: QUEUE,
  });
}

export function useComment(commentId: string) {
  return useQuery({
    queryKey: ["comments", "one", commentId],
    queryFn: async ({ signal }) =>
      (await getApiV1CommentsByCommentId({ path: { commentId }, signal, throwOnError: true })).data,
    refetchInterval: (query) => (query.state.data?.state === "drafting" ? LOOK : false),
  });
}

/** Every version of a draft, the newest first, each with what was changed. */
export function useCommentVersions(commentId: string, version: number) {
  return useQuery({
    queryKey: ["comments", "versions", commentId, version],
    queryFn: async ({ signal }) =>
      (await getApiV1CommentsByCommentIdVersions({ path: { commentId }, signal, throwOnError: true })).data,
  });
}

/** The gates, parts and weights in force; they change with the studio only. */
export function useRubric(enabled: boolean) {
  return useQuery({
    queryKey: ["comments", "rubric"],
    queryFn: async ({ signal }) => (await getApiV1CommentsRubric({ signal, throwOnError: true })).data,
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });
}
