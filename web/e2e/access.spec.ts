import AxeBuilder from "@axe-core/playwright";
import { enterAsAdmin, expect, register, test } from "./journey";

const OPEN = ["/", "/login", "/register", "/forgot", "/reset"];
const STAFF = ["/admin", "/admin/tasks", "/admin/people", "/admin/audit"];
const SIGNED_IN = [
  "/home",
  "/books",
  "/books/new",
  "/batch",
  "/batch/new",
  "/projects",
  "/jobs",
  "/settings",
  "/settings/security",
  "/settings/keys",
  "/settings/webhooks",
  "/settings/account",
  "/admin",
  "/no/such/page",
];

for (const theme of ["light", "dark"] as const)
  test(`every page can be used by everybody, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    for (const path of OPEN) await check(path);
    await register(page);
    for (const path of SIGNED_IN) await check(path);
    await enterAsAdmin(page);
    for (const path of STAFF) await check(path);

    async function check(path: string) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
      const found = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      expect
        .soft(
          found.violations.map((one) => `${path}: ${one.id} ${one.nodes.map((node) => node.html).join(" ")}`),
        )
        .toEqual([]);
    }
  });
