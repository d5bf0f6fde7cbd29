import type { Page } from "@playwright/test";
import { expectUsable } from "./axe";
import { asker, enterAsAdmin, expect, register, test } from "./journey";

test.describe.configure({ timeout: 300_000 }); // many pages each, on machines that do other things too

const OPEN = ["/", "/login", "/register", "/forgot", "/reset"];
const STAFF = ["/admin", "/admin/tasks", "/admin/people", "/admin/campaigns", "/admin/audit"];
const SIGNED_IN = [
  "/home",
  "/books",
  "/books/new",
  "/videos",
  "/videos/new",
  "/library",
  "/batch",
  "/batch/new",
  "/characters",
  "/campaigns",
  "/campaigns/new",
  "/campaigns/review",
  "/campaigns/blogs",
  "/campaigns/agents",
  "/campaigns/budget",
  "/projects",
  "/jobs",
  "/settings",
  "/settings/security",
  "/settings/keys",
  "/settings/webhooks",
  "/settings/account",
  "/admin",
  "/no/such/page",
];
const SOMETHING = "00000000-0000-7000-8000-000000000001";
const READING = [
  "/home",
  "/books",
  `/books/${SOMETHING}`,
  `/books/${SOMETHING}/edit`,
  "/videos",
  `/videos/${SOMETHING}`,
  `/videos/${SOMETHING}/storyboard`,
  "/library",
  `/library/${SOMETHING}`,
  "/characters",
  `/characters/${SOMETHING}`,
  `/chats/${SOMETHING}`,
  "/campaigns",
  `/campaigns/${SOMETHING}`,
  "/campaigns/review",
  `/campaigns/blogs/${SOMETHING}`,
  `/campaigns/posts/${SOMETHING}`,
  "/campaigns/agents",
  "/projects",
  `/projects/${SOMETHING}`,
  `/jobs?peek=${SOMETHING}`,
  `/jobs/${SOMETHING}`,
  "/batch",
  `/batch/${SOMETHING}`,
  "/settings/keys",
  "/settings/webhooks",
  `/settings/webhooks/${SOMETHING}`,
];
const DATA = /\/api\/v1\/(?!auth\/(me|refresh))/;
const skeletons = (page: Page) => page.locator("[class*=breathe]");

/** Holds back whatever waits for it until it is opened. */
function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

async function expectAllUsable(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    // What is still a grey shape cannot be judged.
    await expect(skeletons(page)).toHaveCount(0);
    await expectUsable(page);
  }
}

test("every page can be used by everybody, as a visitor", async ({ page }) => {
  await expectAllUsable(page, OPEN);
});

test("every page can be used by everybody, with nothing in it yet", async ({ page }) => {
  await register(page);
  await expectAllUsable(page, SIGNED_IN);
});

test("every page can be used by everybody while it is fetched, and when it cannot be", async ({ page }) => {
  await register(page);
  const problem = {
    status: 500,
    title: "Error",
    code: "internal",
    traceId: "4bf92f3577b34da6a3ce929d0e0e4736",
  };
  let answers = gate();
  await page.route(DATA, async (route) => {
    await answers.opened;
    await route
      .fulfill({ status: 500, contentType: "application/problem+json", body: JSON.stringify(problem) })
      .catch(() => undefined); // asked by the page before
  });
  for (const path of READING) {
    answers = gate();
    await page.goto(path);
    await expect(skeletons(page).first()).toBeVisible();
    await expectUsable(page);
    answers.open();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await expect(skeletons(page)).toHaveCount(0);
    await expectUsable(page);
  }
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("what lies over a page, and a page of every thing, can be used by everybody", async ({ page }) => {
  await register(page);
  const ask = await asker(page);
  const { id: project } = await ask("projects", {
    name: "A shelf by the window",
    description: "For rainy days.",
  });
  const { id: book } = await ask("books", { prompt: "A fox who counts", projectId: project });
  const { id: webhook } = await ask("webhooks", {
    name: "Print shop",
    url: "http://127.0.0.1:9/",
    events: ["job.succeeded"],
  });
  await ask("auth/keys", { name: "Nightly", scopes: ["books:read"] });
  const { id: batch } = await ask("batch", {
    kind: "book",
    items: [{ prompt: "A hare who waits", pages: 24 }],
  });
  await ask(`batch/${batch}/cancel`, {});
  await expectAllUsable(page, [
    "/home",
    "/projects",
    `/projects/${project}`,
    `/books/${book}`,
    `/batch/${batch}`,
    `/settings/webhooks/${webhook}`,
  ]);

  await page.goto("/jobs");
  await page.getByRole("button", { name: "Look into it" }).click();
  await expect(page.getByRole("complementary").getByRole("heading", { name: "Picture book" })).toBeVisible();
  await expectUsable(page);
  await page.getByRole("link", { name: "Open its page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Picture book" })).toBeVisible();
  await expectUsable(page);

  const dialog = page.getByRole("dialog");
  for (const [path, name] of [
    ["/projects", "New project"],
    [`/projects/${project}`, "Rename"],
    ["/settings/keys", "New key"],
    ["/settings/keys", "Revoke"],
    ["/settings/webhooks", "New webhook"],
    ["/settings/account", "Delete my account"],
  ] as const) {
    await page.goto(path);
    await page.getByRole("main").getByRole("button", { name }).first().click();
    await expect(dialog).toBeVisible();
    await expectUsable(page);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  for (const key of ["Control+k", "?"]) {
    await page.keyboard.press(key);
    await expect(dialog).toBeVisible();
    await expectUsable(page);
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  }
});

test("every page can be used by everybody, as staff", async ({ page }) => {
  await enterAsAdmin(page);
  await expectAllUsable(page, STAFF);
  for (const list of ["/admin/tasks", "/admin/people"]) {
    await page.goto(list);
    await page.getByRole("main").getByRole("listitem").first().getByRole("link").first().click();
    await expect(page).toHaveURL(/[0-9a-f-]{36}$/);
    await expect(skeletons(page)).toHaveCount(0);
    await expectUsable(page);
  }
});
