import type { AgentAtWork, SpanView } from "@/shared/api/generated";
import { client } from "@/shared/api/generated/client.gen";

type Options = {
  path?: Record<string, string | number>;
  query?: Record<string, unknown>;
  body?: unknown;
  signal?: AbortSignal;
  throwOnError: true;
};
type Method = "get" | "post" | "put" | "patch" | "delete";
const call =
  <T>(method: Method, url: string) =>
  (options: Options): Promise<{ data: T }> =>
    client[method]({ url: `/api/v1/${url}`, ...options } as never) as never;

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
export interface AgentStatusView {
  state: string;
  work: AgentAtWork[];
  lastSeenAt: string | null;
}
export interface MetricBucket {
  from: string;
  steps: number;
  errors: number;
  tokens: number;
  costUsd: number;
}
export interface AgentMetricsView {
  window: string;
  runs: number;
  steps: number;
  modelCalls: number;
  toolCalls: number;
  inputTokens: number;
  outputTokens: number;
  costUsd: number;
  successRate: number | null;
  p50Milliseconds: number | null;
  p95Milliseconds: number | null;
  meanScore: number | null;
  revisionRate: number | null;
  humanAcceptRate: number | null;
  retries: number;
  series: MetricBucket[];
}
export interface AgentRunView {
  id: string;
  campaignId: string | null;
  isAlone: boolean;
  state: string;
  jobId: string | null;
  errorCode: string | null;
  startedAt: string;
  finishedAt: string | null;
  spans: number;
  costUsd: number;
}
export interface AgentRunDetail {
  run: AgentRunView;
  result: unknown;
  spans: SpanView[];
}
export const getApiV1AgentsByAgentIdStatus = call<AgentStatusView>("get", "agents/{agentId}/status");
export const getApiV1AgentsByAgentIdMetrics = call<AgentMetricsView>("get", "agents/{agentId}/metrics");
export const getApiV1AgentsByAgentIdRuns = call<Page<AgentRunView>>("get", "agents/{agentId}/runs");
export const postApiV1AgentsByAgentIdRun = call<AgentRunView>("post", "agents/{agentId}/run");
export const getApiV1AgentsByAgentIdRunsByRunId = call<AgentRunDetail>(
  "get",
  "agents/{agentId}/runs/{runId}",
);
