import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What keeps somebody from using the page as it stands, by day and by night. */
export async function expectUsable(page: Page, themes: readonly ("light" | "dark")[]): Promise<void> {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    // A page that is open already keeps what it wears.
    await page.evaluate((worn) => {
      document.documentElement.dataset.theme = worn;
    }, theme);
    const found = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
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
