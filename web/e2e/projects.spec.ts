import { expect, register, test } from "./journey";

test("a project is made, holds a new book, is renamed, and its books outlive it", async ({ page }) => {
  await register(page);
  await page.getByRole("link", { name: "Projects" }).click();
  await page.getByRole("button", { name: "New project" }).click();
  const dialog = page.getByRole("dialog", { name: "A new project" });
  await dialog.getByRole("button", { name: "Make the project" }).click();
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await dialog.getByLabel("Name").fill("Winter books");
  await dialog.getByLabel("What it is about").fill("For the shop on the corner.");
  await dialog.getByRole("button", { name: "Make the project" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Winter books" })).toBeVisible();

  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Spring books");
  await page.getByRole("dialog").getByRole("button", { name: "Keep it so" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Spring books" })).toBeVisible();

  await page.getByRole("main").getByRole("link", { name: "New book" }).click();
  await expect(page.getByLabel("Project")).toHaveValue(/.{36}/);
  await page.getByRole("button", { name: /bake bread/ }).click();
  await page.getByRole("button", { name: "Make this book" }).click();
  await expect(page).toHaveURL(/\/books\/[0-9a-f-]{36}/);

  await page.getByRole("link", { name: "Books", exact: true }).click();
  await page.getByRole("link", { name: "Spring books" }).click();
  await expect(page).toHaveURL(/project=/);
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);

  await page.getByRole("link", { name: "Projects" }).click();
  await page.getByRole("link", { name: /Spring books/ }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("heading", { name: "No projects yet" })).toBeVisible();
  await page.getByRole("link", { name: "Books", exact: true }).click();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
});
