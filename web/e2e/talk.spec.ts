import { expectUsable } from "./axe";
import { asker, expect, register, test } from "./journey";

const TALE = [
  "# Chapter I",
  "Anna Weaver had lived in the valley all her life. “The river is my oldest friend,” said Anna. Tom looked up from the loom.",
  "“Is it morning already?” asked Tom. “I have not slept for the storm,” he said.",
  "“The storm took the bridge, Tom,” said Anna. “We must go over the hills.”",
].join("\n\n");

test("a person of a book is talked with, every answer is kept, and its number opens the book", async ({
  page,
}) => {
  await register(page);
  await page.goto("/library");
  await page
    .getByLabel("Files to bring")
    .setInputFiles({ name: "loom.md", mimeType: "text/markdown", buffer: Buffer.from(TALE) });
  await expect(page.getByText("Read", { exact: true })).toBeVisible({ timeout: 60_000 });
  const ask = await asker(page);
  const { items } = await ask<{ items: { id: string }[] }>("documents");
  const documentId = items[0]?.id;
  const people = await ask<{ items: { number: number; name: string }[] }>(`documents/${documentId}/people`);
  const anna = people.items.find(({ name }) => name.startsWith("Anna"));
  await ask("characters/from-document", { documentId, person: anna?.number });

  await page.getByRole("link", { name: "Characters" }).click();
  await page.getByRole("main").getByRole("link", { name: /^Anna/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Anna/ })).toBeVisible();
  await page.getByRole("button", { name: "Add an entry" }).click();
  await page.getByLabel("When one says").fill("loom, wool");
  await page.getByLabel("They know").fill("Her mother taught her.");
  await page.getByRole("button", { name: "Keep it so" }).click();
  await expect(page.getByText("when one says: loom, wool")).toBeVisible();
  await page.getByRole("button", { name: /^Talk with Anna/ }).click();
  await page.getByRole("button", { name: "Begin" }).click();

  await page.getByLabel(/^Say something to Anna/).fill("What of the storm and the bridge?");
  await page.keyboard.press("Enter");
  const said = page.getByRole("list", { name: "What was said" }).getByRole("listitem");
  await expect(said.last()).toContainText("took the bridge");
  await said.last().getByRole("button", { name: "Answer again" }).click();
  await expect(said.last()).toContainText("2 / 2");
  await said.last().getByRole("button", { name: "Earlier version" }).click();
  await expect(said.last()).toContainText("1 / 2");
  await page.reload();
  await expect(said.last()).toContainText("took the bridge");
  await expectUsable(page);

  await said
    .last()
    .getByRole("link", { name: /^Passage 1/ })
    .first()
    .click();
  await expect(page).toHaveURL(/library\/[0-9a-f-]+\?at=\d+/);
  await expect(page.getByRole("region", { name: "The text" }).getByText("took the bridge")).toBeInViewport();
});
