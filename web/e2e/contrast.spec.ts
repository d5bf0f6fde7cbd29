import { wear } from "./axe";
import { contrasts } from "./contrast";
import { enterAsAdmin, expect, test } from "./journey";

const ENOUGH = 4.5;
const LABELS =
  "main svg text, main dt, main dd, main caption, main th, main td, main [data-lane] *, main h2, main h3";

test("what stands at figures, bars and charts can be read, by its pixels, by day and by night", async ({
  page,
}) => {
  await enterAsAdmin(page);
  await page.goto("/admin");
  await expect(page.getByRole("meter").first()).toBeVisible();
  await expect(page.locator("[class*=breathe]")).toHaveCount(0);
  const labels = page.locator(LABELS).filter({ hasNot: page.locator("*") });
  for (const theme of ["light", "dark"] as const) {
    await wear(page, theme);
    const measured = await contrasts(page, labels);
    expect(measured.length).toBeGreaterThan(15);
    expect(measured.filter((label) => label.contrast < ENOUGH)).toEqual([]);
  }

  // And it would say so.
  const pale = page.locator("main dt").first();
  await pale.evaluate((one) => {
    one.style.opacity = "0.25";
  });
  const [faint] = await contrasts(page, pale);
  expect(faint?.contrast).toBeLessThan(ENOUGH);
});
