import { expect, register, test } from "./journey";

test("who is not signed in is asked first and then led to where they wanted", async ({ page }) => {
  const { email, password } = await register(page);
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page).toHaveURL(/\/login/);

  await page.goto("/jobs?state=failed");
  await expect(page.getByRole("heading", { name: "Welcome back" })).toBeVisible();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("not this one at all");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("alert")).toContainText("do not belong together");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Log in" }).click();

  await expect(page).toHaveURL(/\/jobs\?state=failed$/);
  await expect(page.getByRole("heading", { name: "Nothing here" })).toBeVisible();
});

test("wrong fields say what is wrong with them", async ({ page }) => {
  await page.goto("/register");
  await page.getByLabel("E-mail").fill("not an address");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Make my account" }).click();

  await expect(page.getByLabel("E-mail")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await page.getByLabel("E-mail").fill("ada.short@example.org");
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(page.getByLabel("Password")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Password")).toBeFocused();
});

test("a page that is not there says so, and somebody else's address is none of theirs", async ({ page }) => {
  await register(page);
  await page.goto("/no/such/page");
  await expect(page.getByRole("heading", { name: "This page is not in the book." })).toBeVisible();
  await page.goto("/books/00000000-0000-7000-8000-000000000000");
  await expect(page.getByRole("alert")).toBeVisible();
});
