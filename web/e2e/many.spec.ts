import type { Page } from "@playwright/test";
import { asker, enterAsAdmin, expect, register, test } from "./journey";

const THINGS = 10_000;
const MOST_ROWS = 80;
const STEPS = 3; // pages further

/** What the studio answers for a list with one thing, as if it had ten thousand of them. */
async function multiply(page: Page, path: RegExp): Promise<void> {
  await page.route(path, async (route) => {
    const asked = new URL(route.request().url());
    const { searchParams } = new URL(asked);
    asked.searchParams.delete("cursor"); // ours mean nothing to the studio
    const answer = await route.fetch({ url: asked.href });
    const limit = Number(searchParams.get("limit") ?? 20);
    const from = Number(searchParams.get("cursor") ?? 0);
    const [one] = ((await answer.json()) as { items: Record<string, unknown>[] }).items;
    if (!one) throw new Error(`${route.request().url()} has nothing to multiply.`);
    const items = Array.from({ length: Math.min(limit, THINGS - from) }, (_, i) => ({
      ...one,
      id: `00000000-0000-7000-8000-${String(from + i).padStart(12, "0")}`,
      number: from + i + 1,
    }));
    await route.fulfill({
      response: answer,
      json: { items, nextCursor: from + limit < THINGS ? String(from + limit) : null },
    });
  });
}

/** Walks through a list: every page is another one, and none leaves more rows behind than it may. */
async function walk(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const seen = new Set<string>();
  for (let step = 0; step < STEPS; step++) {
    const further = page.getByRole("link", { name: "Further" });
    await expect(further).toBeVisible();
    const rows = await page.locator("li, tr, [role=row], [role=option]").count();
    expect(rows, `${path} after ${step} steps`).toBeGreaterThan(20);
    expect(rows, `${path} after ${step} steps`).toBeLessThan(MOST_ROWS);
    seen.add(page.url());
    await further.click();
    await expect(page).not.toHaveURL([...seen].at(-1) ?? "");
  }
  expect(seen.size).toBe(STEPS);
}

test("of ten thousand things no page keeps more than eighty rows", async ({ page }) => {
  await register(page);
  const make = await asker(page);
  await make("projects", { name: "Ten thousand" });
  await make("books", { prompt: "A fox who counts" });
  const { id: batch } = await make("batch", {
    kind: "book",
    items: [{ prompt: "A hare who counts", pages: 24 }],
  });
  await make(`batch/${batch}/cancel`, {});
  await multiply(page, /\/api\/v1\/(jobs|books|projects|batch)\?/);
  await multiply(page, /\/api\/v1\/batch\/[^/]+\/items\?/);
  for (const path of ["/jobs", "/books", "/projects", "/batch", `/batch/${batch}`]) await walk(page, path);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("nor do the staff's", async ({ page }) => {
  await enterAsAdmin(page);
  await multiply(page, /\/api\/v1\/(tasks|users|admin\/audit)\?/);
  for (const path of ["/admin/tasks", "/admin/people", "/admin/audit"]) await walk(page, path);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});
