import type { Page } from "@playwright/test";
import { expectUsable } from "./axe";
import { expect, register, test } from "./journey";

const MADE = { timeout: 200_000 };

/** Registers somebody and makes the smallest book there is. */
async function makeBook(page: Page): Promise<void> {
  await register(page);
  await page.goto("/books/new");
  await page.getByRole("button", { name: /shy labrador/ }).click();
  await page.getByText("24", { exact: true }).click();
  await page.getByRole("button", { name: "Make this book" }).click();
  await expect(page.getByText("Page 1 of 24")).toBeVisible(MADE);
}

test("a page is told anew, its picture drawn again, locked, and an earlier version comes back", async ({
  page,
}) => {
  test.setTimeout(600_000); // six times a book is made
  await makeBook(page);
  const download = async () => {
    const pdf = page.waitForEvent("download");
    await page.getByRole("button", { name: "Interior for print (PDF)" }).click();
    const stream = await (await pdf).createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    return Buffer.concat(parts);
  };
  const before = await download();

  await page.getByRole("link", { name: "Edit its pages" }).click();
  await page.getByRole("link", { name: "Page 5", exact: true }).click();
  const bench = page.getByRole("region", { name: "Page 5" });
  const words = bench.getByLabel("Words", { exact: true });
  await expect(words).not.toHaveValue("");
  const story = await words.inputValue();
  await words.fill(`${"The extraordinarily perspicacious labrador contemplated ".repeat(6)}.`);
  await expect(bench.getByText("Too hard for its readers")).toBeVisible();
  await words.fill("The dog sat down. He saw the moon.");
  await expect(bench.getByText("Right for its readers")).toBeVisible();
  await bench.getByText("The picture", { exact: true }).first().click();
  await bench.getByLabel("Place").selectOption({ label: "Farm" });
  await bench.getByRole("button", { name: "Save this page" }).click();
  await expect(page.getByText("2. Changed by hand")).toBeVisible(MADE);
  await expect(words).toHaveValue("The dog sat down. He saw the moon.");

  await bench.getByRole("button", { name: "Another picture" }).click();
  await expect(page.getByText("3. Another picture")).toBeVisible(MADE);
  await expect(words).toHaveValue("The dog sat down. He saw the moon.");

  await bench.getByRole("button", { name: "Lock", exact: true }).click();
  await expect(page.getByRole("link", { name: "Page 5, locked" })).toBeVisible();
  await expect(words).toBeDisabled();
  await expect(bench.getByRole("button", { name: "Another picture" })).toBeDisabled();
  await page.getByRole("button", { name: "Write it anew" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Write it anew" }).click();
  await expect(page.getByText("4. The book was made")).toBeVisible(MADE);
  await expect(words).toHaveValue("The dog sat down. He saw the moon.");
  await bench.getByRole("button", { name: "Unlock" }).click();
  await expect(words).toBeEnabled();
  await expectUsable(page);

  await page.getByRole("link", { name: "Back to the book" }).click();
  await expect(page).toHaveURL(/page=5/);
  await expect(page.getByRole("img", { name: /The dog sat down/ })).toBeVisible();
  expect((await download()).equals(before)).toBe(false);
  await expectUsable(page);

  await page.getByRole("link", { name: "Edit its pages" }).click();
  await page.getByRole("button", { name: "Go back to version 1", exact: true }).click();
  await expect(page.getByText("5. An earlier version came back")).toBeVisible(MADE);
  await expect(words).toHaveValue(story);
  await page.getByRole("link", { name: "Back to the book" }).click();
  expect((await download()).equals(before)).toBe(true);

  await page.getByRole("button", { name: "Delete this book" }).click();
  await expect(page.getByRole("heading", { name: "Your shelf is empty" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
});
