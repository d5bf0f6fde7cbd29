import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { enter } from "@/shared/lib/locale";
import { oneOf, texts } from "@/shared/lib/search";
import { studio } from "./studio-route";

const campaigns = createRoute({
  getParentRoute: () => studio,
  path: "/campaigns",
  beforeLoad: () => enter("campaigns"),
});
const CAMPAIGN_STATES = ["running", "awaitingReview", "draft", "completed"] as const;
const allCampaigns = createRoute({
  getParentRoute: () => campaigns,
  path: "/",
  validateSearch: (search): { state?: (typeof CAMPAIGN_STATES)[number]; cursor?: string } => ({
    ...texts(search, "cursor"),
    state: oneOf(search.state, CAMPAIGN_STATES),
  }),
  component: lazyRouteComponent(() => import("@/features/campaigns/campaigns-page"), "CampaignsPage"),
});
const newCampaign = createRoute({
  getParentRoute: () => campaigns,
  path: "/new",
  validateSearch: (search) => texts(search, "edit"),
  component: lazyRouteComponent(
    () => import("@/features/campaigns/wizard/new-campaign-page"),
    "NewCampaignPage",
  ),
});
const COMMENT_STATES = ["ready", "needsWork", "blocked", "approved", "rejected"] as const;
const atTheDesk = (
  search: Record<string, unknown>,
): { state?: (typeof COMMENT_STATES)[number]; draft?: string } => ({
  ...texts(search, "draft"),
  state: oneOf(search.state, COMMENT_STATES),
});
const review = createRoute({
  getParentRoute: () => campaigns,
  path: "/review",
  validateSearch: atTheDesk,
  component: lazyRouteComponent(() => import("@/features/campaigns/review/review-page"), "ReviewPage"),
});
const blogs = createRoute({
  getParentRoute: () => campaigns,
  path: "/blogs",
  validateSearch: (search) => texts(search, "q", "cursor"),
  component: lazyRouteComponent(() => import("@/features/campaigns/blogs/blogs-page"), "BlogsPage"),
});
const blog = createRoute({
  getParentRoute: () => campaigns,
  path: "/blogs/$blogId",
  validateSearch: (search) => texts(search, "cursor"),
  component: lazyRouteComponent(() => import("@/features/campaigns/blogs/blog-page"), "BlogPage"),
});
const post = createRoute({
  getParentRoute: () => campaigns,
  path: "/posts/$postId",
  component: lazyRouteComponent(() => import("@/features/campaigns/blogs/post-page"), "PostPage"),
});
const overHowLong = (search: Record<string, unknown>): { window?: "24h" | "7d" | "30d" } => ({
  window: oneOf(search.window, ["24h", "7d", "30d"]),
});
const agents = createRoute({
  getParentRoute: () => campaigns,
  path: "/agents",
  validateSearch: overHowLong,
  component: lazyRouteComponent(() => import("@/features/campaigns/agents/agents-page"), "AgentsPage"),
});
const agent = createRoute({
  getParentRoute: () => campaigns,
  path: "/agents/$agentId",
  validateSearch: overHowLong,
  component: lazyRouteComponent(() => import("@/features/campaigns/agents/agent-page"), "AgentPage"),
});
const budget = createRoute({
  getParentRoute: () => campaigns,
  path: "/budget",
  component: lazyRouteComponent(() => import("@/features/campaigns/money/budget-page"), "BudgetPage"),
});
const campaign = createRoute({
  getParentRoute: () => campaigns,
  path: "/$campaignId",
  component: lazyRouteComponent(() => import("@/features/campaigns/campaign-frame"), "CampaignFrame"),
});
const board = createRoute({
  getParentRoute: () => campaign,
  path: "/",
  component: lazyRouteComponent(() => import("@/features/campaigns/board/board-page"), "BoardPage"),
});
const drafts = createRoute({
  getParentRoute: () => campaign,
  path: "/drafts",
  validateSearch: atTheDesk,
  component: lazyRouteComponent(
    () => import("@/features/campaigns/review/campaign-drafts-page"),
    "CampaignDraftsPage",
  ),
});
const timeline = createRoute({
  getParentRoute: () => campaign,
  path: "/timeline",
  validateSearch: (search): { show?: "chat" | "execute_tool" | "evaluation" } => ({
    show: oneOf(search.show, ["chat", "execute_tool", "evaluation"]),
  }),
  component: lazyRouteComponent(() => import("@/features/campaigns/timeline/timeline-page"), "TimelinePage"),
});
const fetches = createRoute({
  getParentRoute: () => campaign,
  path: "/fetches",
  validateSearch: (search) => texts(search, "cursor"),
  component: lazyRouteComponent(() => import("@/features/campaigns/board/fetches-page"), "FetchesPage"),
});
const plan = createRoute({
  getParentRoute: () => campaign,
  path: "/plan",
  component: lazyRouteComponent(() => import("@/features/campaigns/wizard/plan-page"), "PlanPage"),
});

/** The campaigns studio, under the signed-in part. */
export const campaignRoutes = campaigns.addChildren([
  allCampaigns,
  newCampaign,
  review,
  blogs,
  blog,
  post,
  agents,
  agent,
  budget,
  campaign.addChildren([board, drafts, timeline, fetches, plan]),
]);
