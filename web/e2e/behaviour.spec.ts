import { asker, expect, register, test } from "./journey";
import { ownStudio } from "./studio";

test("a token that has run out is renewed once, however many calls wait, and in one tab after the other", async ({
  page,
  context,
}) => {
  await register(page);
  const other = await context.newPage();
  await other.goto("/books");
  await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
  const renewals: string[] = [];
  let broken = true;
  // Until the renewal the server is shown a token it does not know, as if this one had run out.
  await context.route(/\/api\/v1\/(?!auth\/refresh)/, (route) => {
    const headers = route.request().headers();
    return route.continue({
      headers: broken && headers.authorization ? { ...headers, authorization: "Bearer gone" } : headers,
    });
  });
  await context.route(/\/auth\/refresh$/, async (route) => {
    renewals.push(route.request().frame().url());
    const answer = await route.fetch();
    if (renewals.length === 2) broken = false;
    await route.fulfill({ response: answer });
  });

  // Coming back to a tab, everything it shows is asked for again.
  const comeBack = () => document.dispatchEvent(new Event("visibilitychange"));
  await Promise.all([page.evaluate(comeBack), other.evaluate(comeBack)]);
  await expect.poll(() => renewals.length).toBe(2);
  await context.unrouteAll({ behavior: "ignoreErrors" });
  for (const tab of [page, other]) {
    await tab.reload();
    await expect(tab).not.toHaveURL(/login/);
    await expect(tab.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("with the keyboard alone a person comes in, begins a book and turns to its work", async ({ page }) => {
  await page.goto("/register");
  await page.getByLabel("Your name").focus();
  await page.keyboard.type("Ada");
  await page.keyboard.press("Tab");
  await page.keyboard.type(`keys-${Date.now()}@example.org`);
  await page.keyboard.press("Tab");
  await page.keyboard.type("nine lanterns over moss");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Good to see you, Ada" })).toBeVisible();

  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "To the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  // The studios' offers are the first things in the content.
  for (const offer of ["New campaign", "New film", "New book"]) {
    await page.keyboard.press("Tab");
    await expect(page.getByRole("main").getByRole("link", { name: offer }).first()).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/books\/new$/);
  await page.getByRole("textbox").first().focus();
  await page.keyboard.type("A penguin who hates the cold");
  const make = page.getByRole("button", { name: "Make this book" });
  for (let i = 0; i < 40 && !(await make.evaluate((node) => node === document.activeElement)); i++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/books\/[0-9a-f-]{36}/);
  await expect(page).toHaveTitle(/^\d+ % · .+ – Atelier$/);
});

test("two people at once see their own work and nothing of each other's", async ({
  page,
  browser,
  baseURL,
}) => {
  await register(page);
  const context = await browser.newContext({ baseURL });
  const second = await context.newPage();
  await register(second);
  for (const [tab, prompt] of [
    [page, "A brave mouse and the moon"],
    [second, "An old sea turtle who sings"],
  ] as const) {
    await tab.goto("/books/new");
    await tab.getByRole("textbox").first().fill(prompt);
    await tab.getByRole("button", { name: "Make this book" }).click();
    await expect(tab).toHaveURL(/\/books\/[0-9a-f-]{36}/);
  }
  const theirs = second.url();
  await second.goto("/jobs");
  await expect(second.getByRole("main").getByRole("listitem")).toHaveCount(1);

  await page.goto(theirs);
  await expect(
    page.getByRole("alert").or(page.getByRole("heading", { name: /not in the book/ })),
  ).toBeVisible();
  await expect(page.getByText("An old sea turtle who sings")).toHaveCount(0);
  await context.close();
});

test("a studio that is killed in the middle of a book, and of a change to it, is waited for and finishes both", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const studio = await ownStudio();
  const context = await browser.newContext({ baseURL: studio.url });
  try {
    const page = await context.newPage();
    const progress = page.getByRole("progressbar");
    const gone = page.getByText("The studio does not answer.", { exact: false });
    const killedAt = async (percent: number) => {
      await expect
        .poll(async () => Number(await progress.getAttribute("aria-valuenow")), { intervals: [50] })
        .toBeGreaterThan(percent);
      await studio.kill();
      await expect(gone).toBeVisible();
      await studio.restart();
    };
    await register(page);
    await page.goto("/books/new");
    await page.getByRole("button", { name: /shy labrador/ }).click();
    await page.getByText("24", { exact: true }).click();
    await page.getByRole("button", { name: "Make this book" }).click();
    await killedAt(0);
    await expect(page.getByText("Page 1 of 24")).toBeVisible({ timeout: 120_000 });
    await expect(gone).toHaveCount(0);
    await expect(page).toHaveTitle(/^(?!\d+ %).+ – Atelier$/);

    const told = "The dog sat down. He saw the moon.";
    const [, book = ""] = /books\/([0-9a-f-]{36})/.exec(page.url()) ?? [];
    await page.goto(`/books/${book}/edit?page=5`);
    const words = page.getByRole("region", { name: "Page 5" }).getByLabel("Words", { exact: true });
    await expect(words).not.toHaveValue("");
    const { items: before } = await (await asker(page))<{ items: { text: string }[] }>(`books/${book}/pages`);
    const story = before[4]?.text;
    await words.fill(told);
    await page.getByRole("button", { name: "Save this page" }).click();
    await killedAt(40);
    // At every moment the book is the one before or the one after.
    const ask = await asker(page);
    const read = async () => {
      const { version } = await ask<{ version: number }>(`books/${book}`);
      const { items } = await ask<{ items: { text: string }[] }>(`books/${book}/pages`);
      const again = await ask<{ version: number }>(`books/${book}`);
      if (version === again.version) expect(items[4]?.text).toBe(version === 1 ? story : told);
      expect(items).toHaveLength(24);
      return version;
    };
    await expect.poll(read, { timeout: 120_000 }).toBe(2);
    await expect(page.getByText("2. Changed by hand")).toBeVisible();
    await expect(words).toHaveValue(told);
  } finally {
    await context.close();
    await studio.close();
  }
});

test("the page turns to night with the system, unless a person chose otherwise", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/login");
  const html = page.locator("html");
  await expect(html).toHaveAttribute("data-theme", "light");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(html).toHaveAttribute("data-theme", "dark");

  await register(page);
  await page.goto("/settings");
  await page.getByText("Day", { exact: true }).click();
  await expect(html).toHaveAttribute("data-theme", "light");
  await page.emulateMedia({ colorScheme: "light" });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.reload();
  await expect(html).toHaveAttribute("data-theme", "light");
});
