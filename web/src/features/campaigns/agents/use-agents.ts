import { keepPreviousData, useQuery } from "@tanstack/react-query";
import {
  getApiV1Agents,
  getApiV1AgentsByAgentId,
  getApiV1AgentsByAgentIdMetrics,
  getApiV1AgentsByAgentIdRuns,
  getApiV1AgentsByAgentIdStatus,
  getApiV1AgentsByAgentIdVersions,
} from "@/shared/api/generated";

export const WINDOWS = ["24h", "7d", "30d"] as const;
export type Window = (typeof WINDOWS)[number];

const LOOK = 5_000; // milliseconds between two looks at who is at work
const RUNS = 10;
const VERSIONS = 50;

export function useAgents() {
  return useQuery({
    queryKey: ["agents", "list"],
    queryFn: async ({ signal }) => (await getApiV1Agents({ signal, throwOnError: true })).data.items,
  });
}

export function useAgent(agentId: string) {
  return useQuery({
    queryKey: ["agents", "one", agentId],
    queryFn: async ({ signal }) =>
      (await getApiV1AgentsByAgentId({ path: { agentId }, signal, throwOnError: true })).data,
  });
}

export function useAgentStatus(agentId: string) {
  return useQuery({
    queryKey: ["agents", "status", agentId],
    queryFn: async ({ signal }) =>
      (await getApiV1AgentsByAgentIdStatus({ path: { agentId }, signal, throwOnError: true })).data,
    refetchInterval: LOOK,
  });
}

export function useAgentMetrics(agentId: string, window: Window) {
  return useQuery({
    queryKey: ["agents", "metrics", agentId, window],
    queryFn: async ({ signal }) =>
      (
        await getApiV1AgentsByAgentIdMetrics({
          path: { agentId },
          query: { window },
          signal,
          throwOnError: true,
        })
      ).data,
    placeholderData: keepPreviousData,
  });
}

export function useAgentVersions(agentId: string) {
  return useQuery({
    queryKey: ["agents", "versions", agentId],
    queryFn: async ({ signal }) =>
      (
        await getApiV1AgentsByAgentIdVersions({
          path: { agentId },
          query: { limit: VERSIONS },
          signal,
          throwOnError: true,
        })
      ).data,
  });
}

export function useAgentRuns(agentId: string) {
  return useQuery({
    queryKey: ["agents", "runs", agentId],
    queryFn: async ({ signal }) =>
      (
        await getApiV1AgentsByAgentIdRuns({
          path: { agentId },
          query: { limit: RUNS },
          signal,
          throwOnError: true,
        })
      ).data,
    refetchInterval: (query) =>
      query.state.data?.items.some((run) => run.state === "queued" || run.state === "running") ? LOOK : false,
  });
}
