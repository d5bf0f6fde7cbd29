import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import {
  getApiV1CampaignsByCampaignIdSpansBySpanId,
  getApiV1CampaignsByCampaignIdTimeline,
} from "@/shared/api/generated";

const PAGE = 50;

/** Steps of one kind, or those inside another one, in the order they happened. */
export function useSpans(campaignId: string, of: { operation?: string; parentId?: string }) {
  return useInfiniteQuery({
    queryKey: ["campaigns", "timeline", campaignId, of.operation ?? "", of.parentId ?? ""],
    queryFn: async ({ signal, pageParam }) =>
      (
        await getApiV1CampaignsByCampaignIdTimeline({
          path: { campaignId },
          query: { ...of, limit: PAGE, cursor: pageParam },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useSpan(campaignId: string, spanId: string) {
  return useQuery({
    queryKey: ["campaigns", "timeline", campaignId, "one", spanId],
    queryFn: async ({ signal }) =>
      (
        await getApiV1CampaignsByCampaignIdSpansBySpanId({
          path: { campaignId, spanId },
          signal,
          throwOnError: true,
        })
      ).data,
  });
}
