import { expect, register, test } from "./journey";

test("from nothing to a book in the hand, in six clicks and a prompt", async ({ page }) => {
  let clicks = 0;
  await page.goto("/");
  await page.getByRole("link", { name: "Begin" }).click();
  clicks++;
  await expect(page).toHaveURL(/\/register$/);
  await register(page);
  clicks++;
  await page.getByRole("main").getByRole("link", { name: "New book" }).click();
  clicks++;
  await page.getByRole("button", { name: /shy labrador/ }).click();
  clicks++;
  await page.getByRole("button", { name: "Make this book" }).click();
  clicks++;
  await expect(page.getByText("Page 1 of 32")).toBeVisible({ timeout: 100_000 });
  const pdf = page.waitForEvent("download");
  await page.getByRole("button", { name: "Interior for print (PDF)" }).click();
  clicks++;
  expect((await pdf).suggestedFilename()).toMatch(/\.pdf$/);
  expect(clicks).toBe(6);

  const book = page.getByRole("region", { name: "The book" });
  await book.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("Pages 2 and 3 of 32")).toBeVisible();
  await expect(page).toHaveURL(/page=2/);
  await page.reload();
  await expect(page.getByText("Pages 2 and 3 of 32")).toBeVisible();
  await expect(book.getByRole("img")).toHaveCount(2);
});
