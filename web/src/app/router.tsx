import { createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { safePath } from "@/shared/lib/format";
import { enter } from "@/shared/lib/locale";
import { momentOf, oneOf, texts } from "@/shared/lib/search";
import { campaignRoutes } from "./campaign-routes";
import { RouteError } from "./dead-ends";
import { root, studio } from "./studio-route";

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: (search): { to?: string } => ("to" in search ? { to: safePath(search.to) } : {}),
  component: lazyRouteComponent(() => import("@/features/identity/login-page"), "LoginPage"),
});
const register = createRoute({
  getParentRoute: () => root,
  path: "/register",
  component: lazyRouteComponent(() => import("@/features/identity/register-page"), "RegisterPage"),
});
const forgot = createRoute({
  getParentRoute: () => root,
  path: "/forgot",
  component: lazyRouteComponent(() => import("@/features/identity/forgot-page"), "ForgotPage"),
});
const mailed = () => import("@/features/identity/mailed-link-pages");
const reset = createRoute({
  getParentRoute: () => root,
  path: "/reset",
  component: lazyRouteComponent(mailed, "ResetPage"),
});
const verify = createRoute({
  getParentRoute: () => root,
  path: "/verify",
  component: lazyRouteComponent(mailed, "VerifyPage"),
});
const email = createRoute({
  getParentRoute: () => root,
  path: "/email",
  component: lazyRouteComponent(mailed, "ConfirmEmailPage"),
});

const home = createRoute({
  getParentRoute: () => studio,
  path: "/home",
  component: lazyRouteComponent(() => import("@/features/home/home-page"), "HomePage"),
});
const books = createRoute({
  getParentRoute: () => studio,
  path: "/books",
  validateSearch: (search) => texts(search, "project", "cursor"),
  component: lazyRouteComponent(() => import("@/features/books/books-page"), "BooksPage"),
});
const newBook = createRoute({
  getParentRoute: () => studio,
  path: "/books/new",
  validateSearch: (search) => texts(search, "project"),
  component: lazyRouteComponent(() => import("@/features/books/new-book-page"), "NewBookPage"),
});
const placeInBook = (search: Record<string, unknown>): { page?: number } => {
  const page = Number(search.page);
  return Number.isInteger(page) && page > 0 && page < 100 ? { page } : {};
};
const book = createRoute({
  getParentRoute: () => studio,
  path: "/books/$bookId",
  validateSearch: placeInBook,
  component: lazyRouteComponent(() => import("@/features/books/book-page"), "BookPage"),
});
const editor = createRoute({
  getParentRoute: () => studio,
  path: "/books/$bookId/edit",
  validateSearch: placeInBook,
  component: lazyRouteComponent(() => import("@/features/books/editor-page"), "EditorPage"),
});
const videos = createRoute({
  getParentRoute: () => studio,
  path: "/videos",
  validateSearch: (search) => texts(search, "project", "cursor"),
  component: lazyRouteComponent(() => import("@/features/videos/videos-page"), "VideosPage"),
});
const newVideo = createRoute({
  getParentRoute: () => studio,
  path: "/videos/new",
  validateSearch: (search) => texts(search, "project"),
  component: lazyRouteComponent(() => import("@/features/videos/new-video-page"), "NewVideoPage"),
});
const video = createRoute({
  getParentRoute: () => studio,
  path: "/videos/$videoId",
  validateSearch: (search): { t?: number } => {
    const t = momentOf(search.t);
    return t === undefined ? {} : { t };
  },
  component: lazyRouteComponent(() => import("@/features/videos/video-page"), "VideoPage"),
});
const storyboard = createRoute({
  getParentRoute: () => studio,
  path: "/videos/$videoId/storyboard",
  component: lazyRouteComponent(() => import("@/features/videos/storyboard-page"), "StoryboardPage"),
});
const library = createRoute({
  getParentRoute: () => studio,
  path: "/library",
  beforeLoad: () => enter("library"),
});
const documents = createRoute({
  getParentRoute: () => library,
  path: "/",
  validateSearch: (search) => texts(search, "project", "cursor", "q"),
  component: lazyRouteComponent(() => import("@/features/library/library-page"), "LibraryPage"),
});
const placeInText = (search: Record<string, unknown>): { at?: number; to?: number } => {
  const [at, to] = [Number(search.at ?? -1), Number(search.to ?? -1)];
  return {
    ...(Number.isInteger(at) && at >= 0 ? { at } : {}),
    ...(Number.isInteger(to) && to > at && at >= 0 ? { to } : {}),
  };
};
const document = createRoute({
  getParentRoute: () => library,
  path: "/$documentId",
  component: lazyRouteComponent(() => import("@/features/library/document-frame"), "DocumentFrame"),
});
const reader = createRoute({
  getParentRoute: () => document,
  path: "/",
  validateSearch: (search) => ({ ...placeInText(search), ...texts(search, "q") }),
  component: lazyRouteComponent(() => import("@/features/library/reader/reader-page"), "ReaderPage"),
});
const characters = createRoute({
  getParentRoute: () => studio,
  path: "/characters",
  beforeLoad: () => enter("library"),
});
const allCharacters = createRoute({
  getParentRoute: () => characters,
  path: "/",
  validateSearch: (search) => texts(search, "cursor"),
  component: lazyRouteComponent(
    () => import("@/features/library/characters/characters-page"),
    "CharactersPage",
  ),
});
const character = createRoute({
  getParentRoute: () => characters,
  path: "/$characterId",
  component: lazyRouteComponent(
    () => import("@/features/library/characters/character-page"),
    "CharacterPage",
  ),
});
const chat = createRoute({
  getParentRoute: () => studio,
  path: "/chats/$chatId",
  beforeLoad: () => enter("library"),
  validateSearch: (search) => texts(search, "cursor"),
  component: lazyRouteComponent(() => import("@/features/library/talk/chat-page"), "ChatPage"),
});
const analysis = createRoute({
  getParentRoute: () => document,
  path: "/analysis",
  component: lazyRouteComponent(() => import("@/features/library/analysis/analysis-page"), "AnalysisPage"),
});
const cast = createRoute({
  getParentRoute: () => document,
  path: "/people",
  validateSearch: (search) => texts(search, "cursor"),
  component: lazyRouteComponent(() => import("@/features/library/people/people-page"), "PeoplePage"),
});
const castMember = createRoute({
  getParentRoute: () => document,
  path: "/people/$number",
  component: lazyRouteComponent(() => import("@/features/library/people/person-page"), "PersonPage"),
});
const relations = createRoute({
  getParentRoute: () => document,
  path: "/relations",
  component: lazyRouteComponent(() => import("@/features/library/relations/relations-page"), "RelationsPage"),
});
const projects = createRoute({
  getParentRoute: () => studio,
  path: "/projects",
  validateSearch: (search) => texts(search, "cursor"),
  component: lazyRouteComponent(() => import("@/features/projects/projects-page"), "ProjectsPage"),
});
const project = createRoute({
  getParentRoute: () => studio,
  path: "/projects/$projectId",
  component: lazyRouteComponent(() => import("@/features/projects/project-page"), "ProjectPage"),
});
const STATES = ["queued", "running", "succeeded", "failed", "cancelled"] as const;
const jobs = createRoute({
  getParentRoute: () => studio,
  path: "/jobs",
  validateSearch: (search): { state?: (typeof STATES)[number]; cursor?: string; peek?: string } => ({
    ...texts(search, "cursor", "peek"),
    state: oneOf(search.state, STATES),
  }),
  component: lazyRouteComponent(() => import("@/features/jobs/jobs-page"), "JobsPage"),
});
const batches = createRoute({
  getParentRoute: () => studio,
  path: "/batch",
  validateSearch: (search) => texts(search, "cursor"),
  component: lazyRouteComponent(() => import("@/features/jobs/batches/batches-page"), "BatchesPage"),
});
const newBatch = createRoute({
  getParentRoute: () => studio,
  path: "/batch/new",
  component: lazyRouteComponent(() => import("@/features/jobs/batches/new-batch-page"), "NewBatchPage"),
});
const batch = createRoute({
  getParentRoute: () => studio,
  path: "/batch/$batchId",
  validateSearch: (search) => texts(search, "cursor"),
  component: lazyRouteComponent(() => import("@/features/jobs/batches/batch-page"), "BatchPage"),
});
const job = createRoute({
  getParentRoute: () => studio,
  path: "/jobs/$jobId",
  component: lazyRouteComponent(() => import("@/features/jobs/job-page"), "JobPage"),
});
const settings = createRoute({
  getParentRoute: () => studio,
  path: "/settings",
  component: lazyRouteComponent(() => import("@/features/identity/settings-frame"), "SettingsFrame"),
});
const profile = createRoute({
  getParentRoute: () => settings,
  path: "/",
  component: lazyRouteComponent(() => import("@/features/identity/profile-page"), "ProfilePage"),
});
const security = createRoute({
  getParentRoute: () => settings,
  path: "/security",
  component: lazyRouteComponent(() => import("@/features/identity/security-page"), "SecurityPage"),
});
const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: "/keys",
  component: lazyRouteComponent(() => import("@/features/identity/api-keys-page"), "ApiKeysPage"),
});
const webhooks = createRoute({
  getParentRoute: () => settings,
  path: "/webhooks",
  component: lazyRouteComponent(() => import("@/features/webhooks/webhooks-page"), "WebhooksPage"),
});
const webhook = createRoute({
  getParentRoute: () => settings,
  path: "/webhooks/$webhookId",
  component: lazyRouteComponent(() => import("@/features/webhooks/webhook-page"), "WebhookPage"),
});
const account = createRoute({
  getParentRoute: () => settings,
  path: "/account",
  component: lazyRouteComponent(() => import("@/features/identity/account-page"), "AccountPage"),
});

const admin = createRoute({
  getParentRoute: () => studio,
  path: "/admin",
  beforeLoad: () => enter("admin"),
  component: lazyRouteComponent(() => import("@/features/admin/admin-frame"), "AdminFrame"),
});
const atWork = createRoute({
  getParentRoute: () => admin,
  path: "/",
  validateSearch: (search): { window?: "1h" | "24h" | "7d" } => ({
    window: oneOf(search.window, ["1h", "24h", "7d"]),
  }),
  component: lazyRouteComponent(() => import("@/features/admin/studio-page"), "StudioPage"),
});
const taskTexts = (search: Record<string, unknown>) => texts(search, "lane", "owner", "text", "cursor");
const tasks = createRoute({
  getParentRoute: () => admin,
  path: "/tasks",
  validateSearch: (search): { state?: (typeof STATES)[number] } & ReturnType<typeof taskTexts> => ({
    ...taskTexts(search),
    state: oneOf(search.state, STATES),
  }),
  component: lazyRouteComponent(() => import("@/features/admin/tasks-page"), "TasksPage"),
});
const task = createRoute({
  getParentRoute: () => admin,
  path: "/tasks/$taskId",
  component: lazyRouteComponent(() => import("@/features/admin/task-page"), "TaskPage"),
});
const people = createRoute({
  getParentRoute: () => admin,
  path: "/people",
  validateSearch: (search) => texts(search, "q", "cursor"),
  component: lazyRouteComponent(() => import("@/features/admin/people-page"), "PeoplePage"),
});
const person = createRoute({
  getParentRoute: () => admin,
  path: "/people/$userId",
  component: lazyRouteComponent(() => import("@/features/admin/person-page"), "PersonPage"),
});
const audit = createRoute({
  getParentRoute: () => admin,
  path: "/audit",
  validateSearch: (search) => texts(search, "action", "outcome", "actor", "subject", "from", "to", "cursor"),
  component: lazyRouteComponent(() => import("@/features/admin/audit-page"), "AuditPage"),
});
const campaignStaff = createRoute({
  getParentRoute: () => admin,
  path: "/campaigns",
  beforeLoad: () => enter("campaigns"),
  validateSearch: (search) => texts(search, "person"),
  component: lazyRouteComponent(() => import("@/features/campaigns/staff/staff-page"), "CampaignStaffPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    register,
    forgot,
    reset,
    verify,
    email,
    studio.addChildren([
      home,
      books,
      newBook,
      book,
      editor,
      videos,
      newVideo,
      video,
      storyboard,
      characters.addChildren([allCharacters, character]),
      chat,
      library.addChildren([documents, document.addChildren([reader, analysis, cast, castMember, relations])]),
      campaignRoutes,
      projects,
      project,
      jobs,
      job,
      batches,
      newBatch,
      batch,
      settings.addChildren([profile, security, apiKeys, webhooks, webhook, account]),
      admin.addChildren([atWork, tasks, task, people, person, campaignStaff, audit]),
    ]),
  ]),
  defaultPreload: "intent",
  defaultErrorComponent: RouteError,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
