import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import {
  type CampaignState,
  getApiV1Campaigns,
  getApiV1CampaignsByCampaignId,
  getApiV1CampaignsByCampaignIdBoard,
} from "@/shared/api/generated";
import { listen } from "@/shared/api/live";
import { isMoving } from "./campaign-words";

const LOOK = 5_000; // milliseconds: the net under the live updates
const CALM = 500; // milliseconds at least between two looks, however much happens

export function useCampaigns(limit: number, state?: CampaignState, cursor?: string) {
  return useQuery({
    queryKey: ["campaigns", "list", limit, state ?? "", cursor ?? ""],
    queryFn: async ({ signal }) =>
      (await getApiV1Campaigns({ query: { limit, state, cursor }, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
    refetchInterval: (query) =>
      query.state.data?.items.some((campaign) => isMoving(campaign.state)) ? LOOK : false,
  });
}

export function useCampaign(campaignId: string, enabled = true) {
  return useQuery({
    queryKey: ["campaigns", "one", campaignId],
    queryFn: async ({ signal }) =>
      (await getApiV1CampaignsByCampaignId({ path: { campaignId }, signal, throwOnError: true })).data,
    refetchInterval: (query) => (query.state.data && isMoving(query.state.data.state) ? LOOK : false),
    enabled,
  });
}

export function useBoard(campaignId: string) {
  return useQuery({
    queryKey: ["campaigns", "board", campaignId],
    queryFn: async ({ signal }) =>
      (await getApiV1CampaignsByCampaignIdBoard({ path: { campaignId }, signal, throwOnError: true })).data,
    refetchInterval: (query) => (query.state.data && isMoving(query.state.data.state) ? LOOK : false),
  });
}

/** Reads again what is shown of a campaign when something happened to it, at most twice a second. */
export function useCampaignEvents(campaignId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = listen(`campaign:${campaignId}`, () => {
      timer ??= setTimeout(() => {
        timer = null;
        for (const what of ["one", "board", "timeline", "fetches"])
          void queries.invalidateQueries({ queryKey: ["campaigns", what, campaignId] });
        void queries.invalidateQueries({ queryKey: ["comments", "list", campaignId] });
      }, CALM);
    });
    return () => {
      stop();
      if (timer) clearTimeout(timer);
    };
  }, [campaignId, queries]);
}
