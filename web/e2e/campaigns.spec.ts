import { readFileSync } from "node:fs";
import { expectUsable } from "./axe";
import { sampleBlogs } from "./blog-site";
import { expect, register, test } from "./journey";

const DISCLOSURE = "Full disclosure: I work with Bean and Barrow, who sell seeds to schools.";

test("a campaign is planned, watched, and its drafts are decided on by keyboard and taken away", async ({
  page,
}) => {
  const blogs = await sampleBlogs();
  try {
    await register(page);
    await page.getByRole("link", { name: "Campaigns", exact: true }).click();
    await page.getByRole("link", { name: "Plan the first campaign" }).click();
    const next = page.getByRole("button", { name: "Next" });
    await page.getByLabel("Name of the campaign").fill("School gardens");
    await next.click();
    await expect(page.getByText("This is needed.")).toBeVisible();
    await page
      .getByLabel("What do you know something about?")
      .fill("Growing vegetables with children at school");
    await page.getByLabel("Keywords").fill("beans, squash, seedlings, school bed");
    await next.click();
    await page.getByLabel("In whose name?").fill("Ada Bell");
    await page.getByLabel("Your affiliation").fill("Bean and Barrow");
    await page.getByLabel("The sentence that says so").fill(DISCLOSURE);
    await next.click();
    await page
      .getByLabel("Blogs to begin with")
      .fill(["The Hearth Garden", "Lantern Shed"].map((name) => blogs.home(name)).join("\n"));
    await page.getByLabel("Also look at blogs").uncheck();
    await next.click();
    await page.getByLabel("Posts to draft for").fill("3");
    await next.click();
    await expect(page.getByText(DISCLOSURE)).toBeVisible();
    await expectUsable(page);
    await page.getByRole("button", { name: "Start the campaign" }).click();

    await expect(page.getByRole("heading", { level: 1, name: "School gardens" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "The work" })).toBeVisible();
    await expect(page.getByText("Waits for you")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole("list", { name: "Phases" }).getByText("done")).toHaveCount(5);
    await expectUsable(page);

    // Whatever was read says why it was allowed; every step says what it took.
    await page.getByRole("link", { name: "Pages read", exact: true }).click();
    await expect(
      page.getByText("hearth", { exact: false }).or(page.getByText("127.0.1.1")).first(),
    ).toBeVisible();
    await page.getByRole("link", { name: "Timeline", exact: true }).click();
    await page.getByRole("button", { name: /Phase Draft/ }).click();
    await expect(page.getByRole("button", { name: /Turn of an agent/ }).first()).toBeVisible();

    await page.getByRole("link", { name: "Drafts", exact: true }).click();
    const drafts = page.getByRole("region", { name: "Drafts" }).getByRole("listitem");
    const open = page.getByRole("article", { name: "The draft" });
    const ready = drafts.filter({ hasText: "Ready to decide" });
    await expect(drafts.first()).toBeVisible();
    const count = await drafts.count();
    expect(count).toBeGreaterThan(1);
    await expectUsable(page);
    await page.keyboard.press("j");
    await expect(drafts.nth(1).getByRole("button")).toHaveAttribute("aria-current", "true");
    await page.keyboard.press("k");
    await expect(drafts.first().getByRole("button")).toHaveAttribute("aria-current", "true");

    await ready.first().getByRole("button").click();
    await expect(open.getByText(DISCLOSURE).first()).toBeVisible();
    await expect(open.locator("mark").first()).toBeVisible();
    await page.keyboard.press("a");
    await expect(page.getByRole("status").getByText("Approved.", { exact: true }).first()).toBeVisible();
    await expect(drafts.filter({ hasText: "Approved" })).toHaveCount(1);

    await drafts.filter({ hasNotText: "Approved" }).first().getByRole("button").click();
    await expect(open.getByRole("button", { name: "Reject" })).toBeEnabled();
    await page.keyboard.press("r");
    await page.getByLabel("The reason").fill("The author asked for no more comments.");
    await page.getByRole("button", { name: "Reject it" }).click();
    await expect(drafts.filter({ hasText: "Rejected" })).toHaveCount(1);

    await page.getByText("Take the approved drafts away").click();
    const taken = page.waitForEvent("download");
    await page.getByRole("button", { name: "Markdown" }).click();
    const text = readFileSync(await (await taken).path(), "utf8");
    expect(text).toContain(DISCLOSURE);

    await page.goto("/campaigns/blogs");
    await page.getByRole("link", { name: "The Hearth Garden" }).first().click();
    const follow = page.getByRole("button", { name: "Follow it" });
    await follow.click();
    await expect(follow).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByText("It is read by itself")).toBeVisible();
    await expectUsable(page);
  } finally {
    await blogs.close();
  }
});
