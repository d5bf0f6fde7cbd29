import { expectUsable } from "./axe";
import { expect, register, test } from "./journey";

test("three pasted lines become three books and leave in one zip", async ({ page }) => {
  test.slow();
  await register(page);
  await page.getByRole("link", { name: "Books", exact: true }).click();
  await page.getByRole("link", { name: "Many at once" }).click();
  await page.getByRole("link", { name: "New batch" }).click();

  const books = page.getByLabel("The books");
  await books.fill("prompt;pages\nA fox;25\nAn owl;24");
  await page.getByRole("button", { name: "Look it over" }).click();
  await expect(page.getByText("Row 1, pages:")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Make/ })).toHaveCount(0);

  await books.fill("A fox who finds a key\nAn owl afraid of the dark\nA tractor that wants to see the sea");
  await page.getByLabel("Name of the batch").fill("Three at bedtime");
  await page.getByRole("button", { name: "Look it over" }).click();
  await expect(page.getByRole("heading", { name: "3 books will be made" })).toBeVisible();
  await page.getByRole("button", { name: "Make 3 books" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Three at bedtime" })).toBeVisible();
  await expect(page.getByRole("region", { name: "The works" }).getByRole("progressbar")).toHaveCount(3);
  await expect(page.getByText("3 of 3 done")).toBeVisible({ timeout: 240_000 });
  await expect(page.getByRole("region", { name: "The works" }).getByText("Done")).toHaveCount(3);
  await expectUsable(page);
  const zip = page.waitForEvent("download");
  await page.getByRole("button", { name: "Only the PDFs (zip)" }).click();
  expect((await zip).suggestedFilename()).toMatch(/\.zip$/);

  await page.getByRole("link", { name: /^1\. / }).click();
  await expect(page.getByText("Page 1 of 24")).toBeVisible();
});
