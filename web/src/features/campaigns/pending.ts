import type { AgentAtWork, BudgetView, SpanView } from "@/shared/api/generated";
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

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export type CommentState = "drafting" | "ready" | "needsWork" | "blocked" | "approved" | "rejected";
export interface CommentSummary {
  id: string;
  campaignId: string;
  postId: string;
  state: CommentState;
  text: string;
  language: string;
  score: number | null;
  spam: number | null;
  failedGates: string[];
  postTitle: string;
  postUrl: string;
  version: number;
  attempts: number;
  exported: boolean;
  createdAt: string;
  updatedAt: string;
}
export interface PlaceView {
  start: number;
  end: number;
}
export interface AnchorView {
  text: string;
  kind: string;
  inPost: PlaceView | null;
  inComment: PlaceView | null;
  verified: boolean;
}
export interface PostExcerptView {
  id: string;
  blogId: string;
  url: string;
  title: string;
  author: string | null;
  publishedAt: string | null;
  fetchedAt: string;
  excerpt: string;
  isWhole: boolean;
  openness: string;
}
export interface EvidenceView {
  what: string;
  quote: string | null;
  inComment: PlaceView | null;
}
export interface GateView {
  code: string;
  name: string;
  passed: boolean;
  why: string;
  evidence: EvidenceView[];
}
export interface ScorePartView {
  part: string;
  points: number;
  most: number;
  why: string[];
}
export interface SpamTermView {
  signal: string;
  count: number;
  weight: number;
  sum: number;
}
export interface SpamView {
  probability: number;
  verdict: string;
  terms: SpamTermView[];
}
export interface AssessmentView {
  at: string;
  passed: boolean;
  gates: GateView[];
  score: number;
  verdict: string;
  parts: ScorePartView[];
  spam: SpamView;
  findings: string[];
}
export interface JudgementView {
  ofVersion: number;
  model: string;
  promptVersion: string;
  lean: number;
  orderAgrees: boolean;
  against: string[];
  for: string[];
  at: string;
}
export interface AttemptView {
  where: string;
  kind: string;
  quote: string;
}
export interface DecisionView {
  kind: string;
  by: string;
  role: string;
  at: string;
  reason: string | null;
  ofVersion: number;
}
export interface CommentView {
  id: string;
  campaignId: string;
  postId: string;
  state: CommentState;
  text: string;
  language: string;
  persona: string;
  disclosure: string;
  writer: string;
  isStartingPoint: boolean;
  notes: string[];
  post: PostExcerptView;
  anchors: AnchorView[];
  assessment: AssessmentView | null;
  judgement: JudgementView | null;
  attempts: AttemptView[];
  version: number;
  decision: DecisionView | null;
  mayApprove: boolean;
  whyNot: string | null;
  exported: boolean;
  createdAt: string;
  updatedAt: string;
}
export interface DiffPieceView {
  kind: string;
  text: string;
}
export interface CommentVersionView {
  number: number;
  text: string;
  by: string;
  personId: string | null;
  writer: string;
  score: number | null;
  failedGates: string[];
  diff: DiffPieceView[];
  note: string | null;
  at: string;
}
export interface RubricView {
  version: string;
  calibrated: boolean;
  gates: { code: string; name: string; rule: string }[];
  parts: { part: string; weight: number; measure: string }[];
  thresholds: { name: string; value: number; meaning: string }[];
  spam: { signal: string; weight: number; meaning: string }[];
  spamBias: number;
  holdAt: number;
  blockAt: number;
}
export const postApiV1CommentsGenerate = call<CommentView>("post", "comments/generate");
export const getApiV1Comments = call<Page<CommentSummary>>("get", "comments");
export const getApiV1CommentsQueue = call<Page<CommentSummary>>("get", "comments/queue");
export const getApiV1CommentsRubric = call<RubricView>("get", "comments/rubric");
export const getApiV1CommentsByCommentId = call<CommentView>("get", "comments/{commentId}");
export const patchApiV1CommentsByCommentId = call<CommentView>("patch", "comments/{commentId}");
export const getApiV1CommentsByCommentIdVersions = call<CommentVersionView[]>(
  "get",
  "comments/{commentId}/versions",
);
export const postApiV1CommentsByCommentIdReview = call<CommentView>("post", "comments/{commentId}/review");
export const postApiV1CommentsByCommentIdApprove = call<CommentView>("post", "comments/{commentId}/approve");
export const postApiV1CommentsByCommentIdReject = call<CommentView>("post", "comments/{commentId}/reject");
export const postApiV1CommentsByCommentIdRegenerate = call<CommentView>(
  "post",
  "comments/{commentId}/regenerate",
);

export const postApiV1BlogsOpml = call<{ jobId: string; found: number; skipped: string[] }>(
  "post",
  "blogs/opml",
);

export interface PersonaCard {
  name: string;
  voice: string | null;
  background: string | null;
  experience: string[] | null;
  claimsConfirmed: boolean;
}
export interface MyBudgetsView {
  total: BudgetView;
  month: BudgetView;
  monthName: string;
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
