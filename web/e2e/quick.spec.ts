import { expect, register, test } from "./journey";

test("by keyboard alone: the palette leads anywhere, the list of keys tells them", async ({ page }) => {
  await register(page);
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Go to or do" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("api");
  await expect(palette.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings\/keys$/);
  await expect(palette).toHaveCount(0);
  await expect(page).toHaveTitle("Settings – Atelier");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("nothing like it");
  await expect(palette.getByText("Nothing is called that.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette).toHaveCount(0);

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("Ctrl K");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("night");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("without a network what was read stays, the page says so, and it comes back by itself", async ({
  page,
  context,
}) => {
  await register(page);
  await page.goto("/projects");
  await expect(page.getByRole("heading", { name: "No projects yet" })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "No projects yet" })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("You are offline.")).toHaveCount(0);
});
