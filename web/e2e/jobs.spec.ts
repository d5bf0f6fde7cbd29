import type { Page } from "@playwright/test";
import { expect, register, test, turnLane } from "./journey";

async function orderBook(page: Page) {
  await page.goto("/books/new");
  await page.getByRole("button", { name: /Two otters/ }).click();
  await page.getByText("24", { exact: true }).click();
  await page.getByRole("button", { name: "Make this book" }).click();
  await expect(page).toHaveURL(/\/books\/[0-9a-f-]{36}/);
}

test("jobs wait in order, are looked into by keyboard, cancelled, taken back and finished", async ({
  page,
}) => {
  await register(page);
  await turnLane(page, "books", "pause");
  try {
    await orderBook(page);
    await orderBook(page);
    await page.goto("/jobs?state=queued");
    await expect(page.getByText("number 2 of what you have waiting")).toBeVisible();
    await expect(page.getByText("the next of yours")).toBeVisible();

    // J and K go through what the filter shows; the address says which one is looked into.
    await page.keyboard.press("j");
    const panel = page.getByRole("complementary", { name: "The job looked into" });
    await expect(panel.getByText("No step is finished yet.")).toBeVisible();
    const first = new URL(page.url()).searchParams.get("peek");
    await page.keyboard.press("j");
    await expect(page).not.toHaveURL(new RegExp(`peek=${first}`));
    await page.keyboard.press("k");
    await expect(page).toHaveURL(new RegExp(`peek=${first}`));
    await page.keyboard.press("Escape");
    await expect(panel).toHaveCount(0);

    await page.goto("/jobs");
    const newest = page.getByRole("main").getByRole("listitem").first();
    await newest.getByRole("button", { name: "Cancel" }).click();
    await expect(newest.getByText("Cancelled")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(newest.getByText("Waiting", { exact: true })).toBeVisible();
    await newest.getByRole("button", { name: "Cancel" }).click();
    await expect(newest.getByText("Cancelled")).toBeVisible();
  } finally {
    await turnLane(page, "books", "resume");
  }
  await expect(page.getByRole("listitem").filter({ hasText: "Done" })).toHaveCount(1, { timeout: 100_000 });
  await page.getByRole("listitem").filter({ hasText: "Done" }).getByRole("link").click();
  await expect(page.getByRole("link", { name: "Open the book" })).toBeVisible();
});
