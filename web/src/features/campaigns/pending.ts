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

export type BlogState = "found" | "ready" | "refused" | "gone";
export type FoundBy = "seed" | "link" | "opml" | "keyword";
export type PostOpenness = "unknown" | "open" | "openLogin" | "moderated" | "closed" | "none";
export interface AnalysisPart {
  name: string;
  value: number | null;
  detail: string;
}
export interface BlogAnalysisView {
  topic: string;
  keywords: string[];
  parts: AnalysisPart[];
  analyzedAt: string;
}
export interface BlogView {
  id: string;
  address: string;
  host: string;
  title: string | null;
  description: string | null;
  language: string | null;
  feedAddress: string | null;
  feedKind: string | null;
  foundBy: FoundBy;
  foundFrom: string | null;
  state: BlogState;
  note: string | null;
  posts: number;
  lastPostAt: string | null;
  openness: PostOpenness;
  termsFlag: boolean;
  termsEvidence: string | null;
  analysis: BlogAnalysisView | null;
  jobId: string | null;
  readAt: string | null;
  nextPollAt: string | null;
  createdAt: string;
}
export interface PostSummary {
  id: string;
  blogId: string;
  url: string;
  title: string | null;
  author: string | null;
  publishedAt: string | null;
  fetchedAt: string | null;
  fetchStatus: number | null;
  robotsAllowed: boolean;
  language: string | null;
  words: number;
  openness: PostOpenness;
  duplicateOf: string | null;
  keyphrases: string[];
}
export interface FetchView {
  id: number;
  address: string;
  finalAddress: string | null;
  host: string;
  purpose: string;
  outcome: string;
  status: number | null;
  why: string;
  robotsRule: string | null;
  robotsLine: number | null;
  delaySeconds: number;
  waitedSeconds: number;
  conditional: boolean;
  mediaType: string | null;
  bytes: number;
  seconds: number;
  at: string;
}
export interface PostView extends PostSummary {
  robotsNote: string | null;
  opennessEvidence: string | null;
  commentSystem: string | null;
  commentCount: number | null;
  text: string | null;
  hidden: string[];
  termsFlag: boolean;
  termsEvidence: string | null;
  fetch: FetchView | null;
}
export interface BlockView {
  id: string;
  host: string;
  reason: string | null;
  createdAt: string;
}
export interface HostView {
  host: string;
  blocked: boolean;
  pausedUntil: string | null;
  reason: string | null;
  failures: number;
  lastStatus: number | null;
  lastFetchAt: string | null;
  nextAt: string;
}
export const postApiV1BlogsDiscover = call<{ jobId: string }>("post", "blogs/discover");
export const postApiV1BlogsOpml = call<{ jobId: string; found: number; skipped: string[] }>(
  "post",
  "blogs/opml",
);
export const getApiV1Blogs = call<Page<BlogView>>("get", "blogs");
export const getApiV1BlogsByBlogId = call<BlogView>("get", "blogs/{blogId}");
export const deleteApiV1BlogsByBlogId = call<void>("delete", "blogs/{blogId}");
export const postApiV1BlogsByBlogIdAnalyze = call<{ jobId: string }>("post", "blogs/{blogId}/analyze");
export const getApiV1BlogsByBlogIdPosts = call<Page<PostSummary>>("get", "blogs/{blogId}/posts");
export const getApiV1PostsByPostId = call<PostView>("get", "posts/{postId}");
export const getApiV1BlogsBlocks = call<Page<BlockView>>("get", "blogs/blocks");
export const postApiV1BlogsBlocks = call<BlockView>("post", "blogs/blocks");
export const deleteApiV1BlogsBlocksByBlockId = call<void>("delete", "blogs/blocks/{blockId}");
export const getApiV1AdminHosts = call<Page<HostView>>("get", "admin/hosts");
export const postApiV1AdminHostsBlock = call<HostView>("post", "admin/hosts/block");
export const postApiV1AdminHostsUnblock = call<HostView>("post", "admin/hosts/unblock");
export const postApiV1AdminHostsPause = call<HostView>("post", "admin/hosts/pause");
export const postApiV1AdminHostsResume = call<HostView>("post", "admin/hosts/resume");

export type CampaignState =
  | "draft"
  | "scheduled"
  | "queued"
  | "running"
  | "pausing"
  | "paused"
  | "awaitingReview"
  | "budgetExceeded"
  | "cancelling"
  | "cancelled"
  | "failed"
  | "completed";
export type CampaignPhase = "discover" | "read" | "choose" | "draft" | "review";
export type PhaseState = "waiting" | "running" | "done";
export interface PersonaCard {
  name: string;
  voice: string | null;
  background: string | null;
  experience: string[] | null;
  claimsConfirmed: boolean;
}
export interface Caps {
  usd: number | null;
  tokens: number | null;
  minutes: number | null;
  calls: number | null;
}
export interface BudgetCaps {
  soft: Caps | null;
  hard: Caps | null;
}
export interface Amounts {
  usd: number;
  tokens: number;
  minutes: number;
  calls: number;
}
export interface BudgetView {
  caps: BudgetCaps;
  ceiling: BudgetCaps | null;
  spent: Amounts;
  held: Amounts;
  warnings: string[];
}
export interface CreateCampaignRequest {
  name: string;
  topic: string;
  audience: string | null;
  keywords: string[] | null;
  seeds: string[] | null;
  language: string | null;
  persona: PersonaCard;
  affiliation: string;
  disclosure: string;
  allowedLinks: string[] | null;
  campaignDomains: string[] | null;
  maxBlogs: number;
  maxPosts: number;
  followLinks: boolean;
  fourEyes: boolean;
  projectId: string | null;
  budget: BudgetCaps | null;
}
export interface CampaignProblem {
  code: string;
  message: string;
}
export interface CampaignListItem {
  id: string;
  projectId: string | null;
  name: string;
  topic: string;
  state: CampaignState;
  phase: CampaignPhase | null;
  startsAt: string | null;
  createdAt: string;
  updatedAt: string;
}
export interface CampaignView extends CampaignListItem {
  audience: string;
  keywords: string[];
  seeds: string[];
  language: string | null;
  persona: PersonaCard;
  affiliation: string;
  disclosure: string;
  allowedLinks: string[];
  campaignDomains: string[];
  maxBlogs: number;
  maxPosts: number;
  followLinks: boolean;
  fourEyes: boolean;
  version: number;
  runId: string | null;
  jobId: string | null;
  problem: CampaignProblem | null;
  notes: string[];
  actions: string[];
  startedAt: string | null;
  finishedAt: string | null;
}
export interface PhaseView {
  phase: CampaignPhase;
  state: PhaseState;
  done: number;
  total: number | null;
  startedAt: string | null;
  finishedAt: string | null;
}
export interface AgentAtWork {
  agentId: string;
  role: string;
  subject: string;
  operation: string;
  since: string;
}
export interface FetchLine {
  id: number;
  url: string;
  purpose: string;
  outcome: string;
  status: number | null;
  why: string;
  at: string;
}
export interface SpendLine {
  name: string;
  calls: number;
  inputTokens: number;
  outputTokens: number;
  usd: number;
}
export interface SpendView {
  spent: Amounts;
  held: Amounts;
  campaign: BudgetView;
  total: BudgetView;
  month: BudgetView;
  byAgent: SpendLine[];
  byModel: SpendLine[];
}
export type SpanStatus = "running" | "ok" | "error";
export interface SpanView {
  id: string;
  seq: number;
  parentId: string | null;
  operation: string;
  name: string;
  agent: string | null;
  agentVersion: number | null;
  subject: string | null;
  status: SpanStatus;
  errorType: string | null;
  model: string | null;
  inputTokens: number | null;
  outputTokens: number | null;
  costUsd: number | null;
  score: number | null;
  label: string | null;
  startedAt: string;
  endedAt: string | null;
  milliseconds: number | null;
}
export interface CallView {
  id: string;
  key: string;
  attempt: number;
  state: string;
  model: string;
  inputPricePerMillion: number;
  outputPricePerMillion: number;
  reservedTokens: number;
  reservedUsd: number;
  inputTokens: number;
  outputTokens: number;
  costUsd: number;
  milliseconds: number;
  failureCode: string | null;
  at: string;
  settledAt: string | null;
}
export interface SpanDetail {
  span: SpanView;
  attributes: Record<string, unknown>;
  call: CallView | null;
  children: SpanView[];
}
export interface BoardView {
  state: CampaignState;
  phase: CampaignPhase | null;
  phases: PhaseView[];
  agents: AgentAtWork[];
  spend: SpendView;
  counts: { blogs: number; posts: number; picked: number; comments: Record<string, number> };
  fetches: FetchLine[];
  latest: SpanView[];
  secondsLeft: number | null;
  problem: CampaignProblem | null;
  seq: number;
}
export interface MyBudgetsView {
  total: BudgetView;
  month: BudgetView;
  monthName: string;
}
export interface PriceView {
  model: string;
  inputPerMillion: number;
  outputPerMillion: number;
  source: string;
  changedAt: string | null;
}
export interface AgentLimits {
  maxOutputTokens: number;
  maxCallsPerItem: number;
  timeoutSeconds: number;
}
export interface AgentView {
  id: string;
  role: string;
  name: string;
  goal: string;
  instructions: string;
  tools: string[];
  model: string | null;
  limits: AgentLimits;
  version: number;
  isOwn: boolean;
  updatedAt: string;
}
export interface AgentVersionView {
  version: number;
  goal: string;
  instructions: string;
  limits: AgentLimits;
  note: string | null;
  createdAt: string;
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
const one = "campaigns/{campaignId}";
export const getApiV1Campaigns = call<Page<CampaignListItem>>("get", "campaigns");
export const postApiV1Campaigns = call<CampaignView>("post", "campaigns");
export const getApiV1CampaignsByCampaignId = call<CampaignView>("get", one);
export const patchApiV1CampaignsByCampaignId = call<CampaignView>("patch", one);
export const deleteApiV1CampaignsByCampaignId = call<void>("delete", one);
export const postApiV1CampaignsByCampaignIdStart = call<CampaignView>("post", `${one}/start`);
export const postApiV1CampaignsByCampaignIdPause = call<CampaignView>("post", `${one}/pause`);
export const postApiV1CampaignsByCampaignIdResume = call<CampaignView>("post", `${one}/resume`);
export const postApiV1CampaignsByCampaignIdCancel = call<CampaignView>("post", `${one}/cancel`);
export const postApiV1CampaignsByCampaignIdSchedule = call<CampaignView>("post", `${one}/schedule`);
export const postApiV1CampaignsByCampaignIdDuplicate = call<CampaignView>("post", `${one}/duplicate`);
export const getApiV1CampaignsByCampaignIdBoard = call<BoardView>("get", `${one}/board`);
export const getApiV1CampaignsByCampaignIdTimeline = call<Page<SpanView>>("get", `${one}/timeline`);
export const getApiV1CampaignsByCampaignIdSpansBySpanId = call<SpanDetail>("get", `${one}/spans/{spanId}`);
export const getApiV1CampaignsByCampaignIdFetches = call<Page<FetchLine>>("get", `${one}/fetches`);
export const putApiV1CampaignsByCampaignIdBudget = call<BudgetView>("put", `${one}/budget`);
export const getApiV1BudgetsMe = call<MyBudgetsView>("get", "budgets/me");
export const putApiV1BudgetsMe = call<MyBudgetsView>("put", "budgets/me");
export const getApiV1AdminBudgetsByUserId = call<MyBudgetsView>("get", "admin/budgets/{userId}");
export const putApiV1AdminBudgetsByUserId = call<MyBudgetsView>("put", "admin/budgets/{userId}");
export const getApiV1AdminPrices = call<{ items: PriceView[] }>("get", "admin/prices");
export const putApiV1AdminPrices = call<{ items: PriceView[] }>("put", "admin/prices");
export const getApiV1Agents = call<{ items: AgentView[] }>("get", "agents");
export const getApiV1AgentsByAgentId = call<AgentView>("get", "agents/{agentId}");
export const patchApiV1AgentsByAgentId = call<AgentView>("patch", "agents/{agentId}");
export const getApiV1AgentsByAgentIdVersions = call<Page<AgentVersionView>>(
  "get",
  "agents/{agentId}/versions",
);
export const getApiV1AgentsByAgentIdStatus = call<AgentStatusView>("get", "agents/{agentId}/status");
export const getApiV1AgentsByAgentIdMetrics = call<AgentMetricsView>("get", "agents/{agentId}/metrics");
export const getApiV1AgentsByAgentIdRuns = call<Page<AgentRunView>>("get", "agents/{agentId}/runs");
export const postApiV1AgentsByAgentIdRun = call<AgentRunView>("post", "agents/{agentId}/run");
export const getApiV1AgentsByAgentIdRunsByRunId = call<AgentRunDetail>(
  "get",
  "agents/{agentId}/runs/{runId}",
);
