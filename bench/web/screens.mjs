/** Pictures of every page in three widths, by day and night, for docs/screens: with nothing yet, with a lot, with ten thousand. */
import { mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { sampleBlogs } from "./blogs.mjs";
import { finished, openStudio } from "./studio.mjs";

const TARGET = new URL("../../docs/screens", import.meta.url).pathname;
const STORY = new URL("../../examples/documents/the-lamp-at-gull-point.txt", import.meta.url).pathname;
const WIDTHS = { desktop: [1440, 900], tablet: [1024, 768], phone: [390, 844] };
const LONG = "A very old and very curious lighthouse keeper who writes letters to every single star in the sky, one by one";
const FILM = "A futuristic city at night with flying cars";
const MANY = 60; // books that were only ordered; lists show 50 rows at most
const HISTORY = 10_000; // finished jobs
const [ONLY, PART] = process.argv.slice(2); // whose pages, and a part of their names, where not all are wanted

const blogs = await sampleBlogs();
const studio = await openStudio({ server: "web-studio", prepare: fill });
try {
  mkdirSync(TARGET, { recursive: true });
  const { book, video, project, batch, job, document, character, chat, campaign, blog, post, agent } = studio.prepared;
  await shoot("guest", await studio.browser.createBrowserContext(), {
    landing: "/",
    register: "/register",
    login: "/login",
    forgot: "/forgot",
    reset: "/reset#token=none",
    "not-found": "/no/such/page",
  });
  const newcomer = await studio.enter("new@example.org");
  await shoot("empty", newcomer, { home: "/home", books: "/books", videos: "/videos", library: "/library", characters: "/characters", campaigns: "/campaigns", review: "/campaigns/review", blogs: "/campaigns/blogs", projects: "/projects", jobs: "/jobs", batch: "/batch" });
  await shoot("full", studio.browser.defaultBrowserContext(), {
    home: "/home",
    books: "/books",
    "new-book": "/books/new",
    book: `/books/${book}`,
    "book-spread": `/books/${book}?page=4`,
    "book-edit": `/books/${book}/edit`,
    videos: "/videos",
    "new-video": "/videos/new",
    video: `/videos/${video}`,
    "video-storyboard": `/videos/${video}/storyboard`,
    library: "/library",
    document: `/library/${document}`,
    "document-analysis": `/library/${document}/analysis`,
    "document-people": `/library/${document}/people`,
    "document-person": `/library/${document}/people/0`,
    "document-relations": `/library/${document}/relations`,
    characters: "/characters",
    character: `/characters/${character}`,
    chat: `/chats/${chat}`,
    campaigns: "/campaigns",
    "new-campaign": "/campaigns/new",
    campaign: `/campaigns/${campaign}`,
    "campaign-drafts": `/campaigns/${campaign}/drafts`,
    "campaign-timeline": `/campaigns/${campaign}/timeline`,
    "campaign-pages": `/campaigns/${campaign}/fetches`,
    "campaign-plan": `/campaigns/${campaign}/plan`,
    review: "/campaigns/review",
    blogs: "/campaigns/blogs",
    blog: `/campaigns/blogs/${blog}`,
    post: `/campaigns/posts/${post}`,
    crew: "/campaigns/agents",
    agent: `/campaigns/agents/${agent}`,
    budget: "/campaigns/budget",
    projects: "/projects",
    project: `/projects/${project}`,
    jobs: "/jobs",
    job: `/jobs/${job}`,
    batches: "/batch",
    "new-batch": "/batch/new",
    batch: `/batch/${batch}`,
    settings: "/settings",
    security: "/settings/security",
    keys: "/settings/keys",
    webhooks: "/settings/webhooks",
    account: "/settings/account",
    forbidden: "/admin",
  });
  const { id } = await studio.ask("GET", "auth/me");
  await studio.order(`history ${id} ${HISTORY}`);
  await shoot("many", studio.browser.defaultBrowserContext(), { jobs: "/jobs", "jobs-done": "/jobs?state=succeeded" });
  const admin = await studio.enterAsAdmin();
  await shoot("admin", admin, {
    studio: "/admin",
    tasks: "/admin/tasks",
    task: `/admin/tasks/${job}`,
    people: "/admin/people",
    campaigns: "/admin/campaigns",
    audit: "/admin/audit",
  });
} finally {
  await studio.close();
  blogs.close();
}

/** @param ask asks the studio in the name of the reader. */
async function fill(ask, book) {
  const project = (await ask("POST", "projects", { name: "Letters from the lighthouse, the whole first series of twelve" })).id;
  await ask("POST", "books", { prompt: LONG, projectId: project });
  for (let i = 1; i < MANY; i++) await ask("POST", "books", { prompt: `Story ${i} of a brave mouse`, projectId: project });
  const { id: batch } = await ask("POST", "batch", {
    name: "Bedtime stories",
    kind: "book",
    items: ["A fox and a star", "A bear who bakes", LONG].map((prompt) => ({ prompt, pages: 24 })),
  });
  await ask("POST", "auth/keys", { name: "Reading list", scopes: ["books:read"] });
  const { id: video, jobId } = await ask("POST", "videos", { prompt: FILM, duration: 6, projectId: project });
  await finished(ask, jobId);
  const { jobId: job } = await ask("GET", `books/${book}`);
  return { book, video, project, batch, job, ...(await fillLibrary(ask)), ...(await fillCampaign(ask)) };
}

/** A story of our own, one of its people as a character, and a talk. */
async function fillLibrary(ask) {
  const form = new FormData();
  form.set("file", new Blob([readFileSync(STORY)], { type: "text/markdown" }), basename(STORY));
  const { document } = await ask("POST", "documents", form);
  if (document.jobId) await finished(ask, document.jobId);
  const character = await ask("POST", "characters/from-document", { documentId: document.id, person: 0 });
  const chat = await ask("POST", `characters/${character.id}/chats`, {});
  await ask("POST", `chats/${chat.id}/messages`, { content: LONG }).catch(() => undefined); // a stream, which is no JSON
  return { document: document.id, character: character.id, chat: chat.id };
}

/** A campaign against the sample blogs, up to where a person decides. */
async function fillCampaign(ask) {
  const { id } = await ask("POST", "campaigns", {
    name: "School gardens, autumn",
    topic: "Growing vegetables with children at school",
    audience: "teachers and parents who garden with a class",
    keywords: ["beans", "squash", "compost", "seedlings"],
    seeds: ["The Hearth Garden", "Soil Notes", "Lantern Shed"].map(blogs.home),
    persona: { name: "Ada Bell", voice: "plain, curious", experience: ["has kept a school garden for six years"], claimsConfirmed: true },
    affiliation: "Bean and Barrow",
    disclosure: "Full disclosure: I work with Bean and Barrow, who sell seeds to schools.",
    maxPosts: 5,
  });
  await ask("POST", `campaigns/${id}/start`);
  while ((await ask("GET", `campaigns/${id}`)).state !== "awaitingReview") await new Promise((resolve) => setTimeout(resolve, 500));
  const [{ id: blog }] = (await ask("GET", "blogs")).items;
  const [{ id: post }] = (await ask("GET", `blogs/${blog}/posts`)).items;
  const { items: agents } = await ask("GET", "agents");
  return { campaign: id, blog, post, agent: agents.find((one) => one.role === "writer").id };
}

async function shoot(who, context, pages) {
  if (ONLY && who !== ONLY) return;
  const page = await context.newPage();
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  for (const [name, path] of Object.entries(pages).filter(([name]) => !PART || name.includes(PART))) {
    await page.goto(`${studio.url}${path}`, { waitUntil: "networkidle0", timeout: 60_000 }).catch(() => undefined);
    for (const theme of ["light", "dark"]) {
      await page.emulateMediaFeatures([
        { name: "prefers-color-scheme", value: theme },
        { name: "prefers-reduced-motion", value: "reduce" },
      ]);
      await new Promise((resolve) => setTimeout(resolve, 500)); // a long list takes a moment to change its colours
      for (const [device, [width, height]] of Object.entries(WIDTHS)) {
        await page.setViewport({ width, height });
        await new Promise((resolve) => setTimeout(resolve, 150)); // the new layout is painted
        const file = join(TARGET, `${who}-${name}-${device}-${theme}.webp`);
        await page.screenshot({ path: file, type: "webp", quality: 50 });
      }
    }
  }
  await page.close();
}
