import type { Page } from "@playwright/test";
import { expectUsable } from "./axe";
import { expect, register, test } from "./journey";

const MADE = { timeout: 90_000 };

/** Orders the smallest film there is; ends on its page. */
async function order(page: Page, storyboardFirst: boolean): Promise<void> {
  await page.goto("/videos/new");
  await page.getByRole("button", { name: /little fox/ }).click();
  await page.getByLabel("Or in seconds").fill("2");
  await page.getByText("480p", { exact: true }).click();
  if (storyboardFirst) {
    await page.getByText("Voice, music, captions").click();
    await page.getByLabel(/Storyboard first/).check();
  }
  await page
    .getByRole("button", { name: storyboardFirst ? "Write the storyboard" : "Make this film" })
    .click();
  await expect(page).toHaveURL(/\/videos\/[0-9a-f-]{36}$/);
}

test("a film is ordered, watched, has a scene changed and is rendered again", async ({ page }) => {
  await register(page);
  await page.getByRole("link", { name: "Films" }).click();
  await expect(page.getByRole("heading", { name: "No films yet" })).toBeVisible();
  await order(page, false);
  const film = page.getByRole("region", { name: "The film" }).locator("video");
  await expect(film).toBeVisible(MADE);
  await expect.poll(() => film.evaluate((shown: HTMLVideoElement) => shown.duration)).toBeCloseTo(2, 0);
  await expectUsable(page);

  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Film (MP4)" }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.mp4$/);

  // A link to a moment opens there; c switches the captions.
  await page.goto(`${page.url()}?t=1`);
  await expect
    .poll(() => film.evaluate((shown: HTMLVideoElement) => shown.currentTime).catch(() => 0))
    .toBeCloseTo(1, 1);
  const captions = () => film.evaluate((shown: HTMLVideoElement) => shown.textTracks[0]?.mode);
  await expect.poll(captions).toBe("showing");
  await page.keyboard.press("c");
  await expect.poll(captions).toBe("hidden");

  await page.getByRole("link", { name: "Edit its storyboard" }).click();
  const scene = page.getByRole("listitem", { name: "Scene 1" });
  await expect(scene.getByRole("img")).toBeVisible();
  await scene.getByLabel("What is said").fill("A fox sat down.");
  await scene.getByLabel("Place").selectOption({ label: "Farm" });
  await expect(scene.getByText("not saved")).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(scene.getByText("not saved")).toBeHidden();
  await expect(scene.getByRole("img", { name: "A fox sat down." })).toBeVisible();
  await expectUsable(page);
  await page.getByRole("button", { name: "Render", exact: true }).click();
  await expect(page.getByRole("region", { name: "What is said" })).toContainText("A fox sat down.", MADE);

  await page.getByRole("button", { name: "Delete this film" }).click();
  await expect(page.getByRole("heading", { name: "No films yet" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
});

test("a storyboard comes first where it is wished, and belongs to nobody else", async ({ page, browser }) => {
  await register(page);
  await order(page, true);
  await expect(page.getByText("The storyboard is written.")).toBeVisible(MADE);
  await page.getByRole("link", { name: "Look at the storyboard" }).click();
  await expect(page.getByRole("listitem", { name: "Scene 1" }).getByRole("img")).toBeVisible();
  // Somebody who changes what was changed meanwhile is told so, and nothing is lost.
  const film = `/api/v1/videos/${/[0-9a-f-]{36}/.exec(page.url())?.[0]}`;
  const title = page.getByLabel("Title");
  await title.fill("Mine");
  const token = await page.request.post("/api/v1/auth/refresh");
  const headers = {
    Authorization: `Bearer ${((await token.json()) as { accessToken: string }).accessToken}`,
  };
  const board = await (await page.request.get(`${film}/storyboard`, { headers })).json();
  const theirs = { ...board, storyboard: { ...board.storyboard, title: "Theirs" } };
  expect((await page.request.put(`${film}/storyboard`, { headers, data: theirs })).status()).toBe(200);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("changed meanwhile");
  await expect(title).toHaveValue("Mine");
  await page.getByRole("button", { name: "As it was" }).click();
  await expect(title).toHaveValue("Theirs");

  const { pathname, origin } = new URL(page.url());

  const other = await browser.newContext({ baseURL: origin });
  const stranger = await other.newPage();
  await register(stranger);
  await stranger.goto(pathname);
  await expect(stranger.getByRole("alert")).toContainText("This belongs to somebody else.");
  await other.close();
});
