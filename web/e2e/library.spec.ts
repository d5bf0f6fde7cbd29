import { expectUsable } from "./axe";
import { expect, register, test } from "./journey";

const NOVEL = [
  "# Chapter I",
  "Anna Weaver had lived in the valley all her life. “Good morning, Tom,” said Anna. Tom looked up from the loom.",
  "“Is it morning already?” asked Tom. “I have not slept,” he said.",
  "# Chapter II",
  "The river rose in the night. “We must move the loom, Anna,” said Tom. “Then help me,” said Anna.",
  ...Array.from(
    { length: 200 },
    (_, at) => `It rained on day ${at + 1}, and nobody in the valley spoke of it.`,
  ),
  "On the last day a kingfisher sat on the loom.",
].join("\n\n");

test("a text is brought, read, searched, and leads from its people to their words", async ({ page }) => {
  await register(page);
  await page.getByRole("link", { name: "Library", exact: true }).click();
  await expect(page.getByRole("heading", { name: "No documents yet" })).toBeVisible();
  const file = { name: "the-loom.md", mimeType: "text/markdown", buffer: Buffer.from(NOVEL) };
  await page.getByLabel("Files to bring").setInputFiles(file);
  const row = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 2 }) });
  await expect(row.getByText("Read", { exact: true })).toBeVisible({ timeout: 60_000 });
  await page.getByLabel("Files to bring").setInputFiles({ ...file, name: "again.md" });
  await expect(page.getByText("You have this already")).toBeVisible();
  await expect(row).toHaveCount(1);

  await row.getByRole("link").click();
  const text = page.getByRole("region", { name: "The text" });
  await expect(text.getByText("had lived in the valley")).toBeVisible();
  await page.getByRole("navigation", { name: "Chapters" }).getByRole("link", { name: /II$/ }).click();
  await expect(page).toHaveURL(/at=\d+/);
  await expect(text.getByText("The river rose")).toBeInViewport();
  // Long before its end, the beginning has left the page; and the end comes by scrolling.
  await expect(async () => {
    await page.mouse.move(640, 500);
    await page.mouse.wheel(0, 3000);
    await expect(text.getByText("a kingfisher")).toBeInViewport({ timeout: 50 });
  }).toPass({ timeout: 20_000 });
  await expect(text.getByText("had lived in the valley")).toHaveCount(0);
  expect(await text.locator("[data-start]").count()).toBeLessThanOrEqual(80);

  // Found by its words, it opens where they stand.
  await page.getByRole("link", { name: "All documents" }).click();
  await page.getByLabel("Search in all documents").fill("rose night");
  await page.getByRole("region", { name: "What was found" }).getByRole("link", { name: /river/ }).click();
  await expect(text.locator("mark").first()).toBeInViewport();

  // A person's words lead to where they are said.
  await page.getByRole("link", { name: "People", exact: true }).click();
  await page.getByRole("link", { name: /Anna/ }).click();
  await page.getByRole("link", { name: "Good morning, Tom" }).click();
  await expect(text.locator("mark")).toHaveText("“Good morning, Tom,”");
  await page.getByRole("button", { name: "Names", exact: true }).click();
  await expect(text.getByRole("link", { name: "Anna", exact: true }).first()).toBeVisible();
  await expectUsable(page);

  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("heading", { name: "No documents yet" })).toBeVisible();
});
