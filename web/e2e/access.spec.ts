import type { Page } from "@playwright/test";
import { expectUsable } from "./axe";
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

const WHO: [string, string[], (page: Page) => Promise<unknown>][] = [
  ["a visitor", OPEN, async () => undefined],
  ["a person", SIGNED_IN, register],
  ["staff", STAFF, enterAsAdmin],
];

for (const theme of ["light", "dark"] as const)
  for (const [who, paths, enter] of WHO)
    test(`every page can be used by everybody, as ${who}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await enter(page);
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
        // What is still a grey shape cannot be judged.
        await expect(page.locator("[class*=breathe]")).toHaveCount(0);
        await expectUsable(page, [theme]);
      }
    });
