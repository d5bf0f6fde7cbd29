import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

type Theme = "light" | "dark";

/** What keeps somebody from using the page as it stands, by day and by night. */
export async function expectUsable(page: Page, themes: readonly Theme[] = ["light", "dark"]): Promise<void> {
  for (const [at, theme] of themes.entries()) {
    await wear(page, theme);
    // In the page itself: it has no frames of others, and a second page for each look takes as long as the look.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    // Between day and night nothing changes but colours.
    const found = await (at === 0
      ? axe.withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"])
      : axe.withRules("color-contrast")
    ).analyze();
    const { pathname } = new URL(page.url());
    expect
      .soft(
        found.violations.map(
          (one) => `${pathname} ${theme}: ${one.id} ${one.nodes.map((node) => node.html).join(" ")}`,
        ),
      )
      .toEqual([]);
  }
}

/** Also a page that is open already and keeps what it wears. */
export async function wear(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await page.evaluate((worn) => {
    document.documentElement.dataset.theme = worn;
  }, theme);
}
