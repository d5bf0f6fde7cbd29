import { asker, enterAsAdmin, expect, register, test, turnLane } from "./journey";

test("the staff's room is closed to others", async ({ page }) => {
  await register(page);
  await expect(page.getByRole("link", { name: "Admin" })).toHaveCount(0);
  await page.goto("/admin/people");
  await expect(page.getByRole("heading", { name: "This room is for staff." })).toBeVisible();
});

test("an admin finds a person, gives them a role, shuts them out, and reads it in the trail", async ({
  page,
}) => {
  const { email } = await register(page);
  await enterAsAdmin(page);
  await page.getByRole("link", { name: "Admin" }).click();
  await page.getByRole("link", { name: "People" }).click();
  await page.getByLabel("Name or e-mail address").fill(email);
  await expect(page).toHaveURL(/q=reader/);
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
  await page.getByRole("main").getByRole("listitem").getByRole("link").click();
  await expect(page.getByText(email)).toBeVisible();

  await page.getByText("Moderator", { exact: true }).click();
  await expect(page.getByRole("radio", { name: "Moderator" })).toBeChecked();
  await page.getByRole("button", { name: "Disable" }).click();
  await expect(page.getByRole("button", { name: "Let them in again" })).toBeEnabled();
  await page.getByRole("button", { name: "Log out everywhere" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Log out everywhere" }).click();
  await expect(page.getByText("All logins are ended")).toBeVisible();

  await page.getByRole("link", { name: "What was done to them" }).click();
  await expect(page.getByRole("main").getByRole("listitem").getByText("user.disabled")).toBeVisible();
  await page.getByLabel("What", { exact: true }).selectOption("user.role_changed");
  await expect(page).toHaveURL(/action=user.role_changed/);
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: "Check the chain" }).click();
  await expect(page.getByText("Nothing was changed or left out")).toBeVisible();

  await page.getByRole("main").getByRole("listitem").getByRole("link").last().click();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.getByLabel("Name or e-mail address").fill(email);
  await expect(page.getByRole("heading", { name: "Nobody found" })).toBeVisible();
});

test("an admin closes a lane, cancels what waits in it and queues it again", async ({ page }) => {
  await enterAsAdmin(page);
  await page.getByRole("link", { name: "Admin" }).click();
  const lane = page.locator("[data-lane=books]");
  await lane.getByRole("button", { name: "Pause" }).click();
  try {
    await expect(lane).toContainText("Paused");

    await page.goto("/books/new");
    await page.getByRole("button", { name: /Two otters/ }).click();
    await page.getByRole("button", { name: "Make this book" }).click();
    await expect(page).toHaveURL(/\/books\/[0-9a-f-]{36}/);

    await page.goto("/admin/tasks?lane=books&state=queued");
    const row = page.getByRole("main").getByRole("listitem");
    await expect(row).toHaveCount(1);
    await row.getByRole("link", { name: "Picture book" }).click();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("button", { name: "Cancel" })).toBeEnabled();
  } finally {
    await turnLane(page, "books", "resume");
  }
  // Nobody asks: what happens to anybody's work is told to the page.
  await expect(page.getByText(/Attempt \d+ began\./).last()).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
});

test("staff finds a campaign that is at work, and holds it", async ({ page }) => {
  await register(page);
  const ask = await asker(page);
  const name = `Held ${Date.now()}`;
  const { id } = await ask("campaigns", {
    name,
    topic: "Growing vegetables with children at school",
    keywords: ["beans"],
    persona: { name: "Ada Bell" },
    affiliation: "Bean and Barrow",
    disclosure: "Full disclosure: I work with Bean and Barrow, who sell seeds to schools.",
  });
  await turnLane(page, "campaigns", "pause"); // so that it is at work for as long as it takes
  try {
    await ask(`campaigns/${id}/start`, {});
    await enterAsAdmin(page);
    await page.goto("/admin/campaigns");
    const row = page.getByRole("main").getByRole("listitem").filter({ hasText: name });
    await expect(row).toHaveCount(1);
    await row.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Pause" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(row).toHaveCount(0);
  } finally {
    await turnLane(page, "campaigns", "resume");
  }
});
