import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { codeOf } from "./authenticator";
import { expect, register, test } from "./journey";

test("a person changes their name, and asks for another address", async ({ page }) => {
  await register(page);
  await page.goto("/settings");
  await page.getByLabel("Your name").fill("Ada of the Lanterns");
  await page.getByRole("button", { name: "Keep this name" }).click();
  await expect(page.getByText("Your name is changed.")).toBeVisible();

  // As if the login were an hour old: the password is asked, and then it goes on by itself.
  await page.route(
    "**/api/v1/auth/email",
    (route) =>
      route.fulfill({
        status: 403,
        contentType: "application/problem+json",
        body: JSON.stringify({ status: 403, title: "Forbidden", code: "step_up_required", traceId: "0" }),
      }),
    { times: 1 },
  );
  const another = `moved-${Date.now()}@example.org`;
  await page.getByLabel("Another address").fill(another);
  await page.getByRole("button", { name: "Change my address" }).click();
  const ask = page.getByRole("dialog", { name: "Is it you?" });
  await ask.getByLabel("Your password").fill("not this one");
  await ask.getByRole("button", { name: "It is me" }).click();
  await expect(ask.getByRole("alert")).toContainText("not your password");
  await ask.getByLabel("Your password").fill("nine lanterns over moss");
  await ask.getByRole("button", { name: "It is me" }).click();
  await expect(page.getByText(`A letter is on its way to ${another}`)).toBeVisible();

  await page.getByRole("link", { name: "Studio" }).first().click();
  await expect(page.getByRole("heading", { name: "Good to see you, Ada of the Lanterns" })).toBeVisible();
});

test("a second factor is set up, asked for at the login, and switched off", async ({ page }) => {
  const { email, password } = await register(page);
  await page.goto("/settings/security");
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  await expect(page.getByRole("img", { name: "The key as a QR code" })).toBeVisible();
  const key = await page.locator("[data-secret]").innerText();
  await page.getByLabel("Code from your authenticator app").fill("000000");
  await page.getByRole("button", { name: "Switch it on" }).click();
  await expect(page.getByLabel("Code from your authenticator app")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Code from your authenticator app").fill(codeOf(key));
  await page.getByRole("button", { name: "Switch it on" }).click();
  await expect(page.getByRole("button", { name: "I have kept them" })).toBeVisible();
  const codes = (await page.locator("[data-secret]").innerText()).split("\n");
  expect(codes).toHaveLength(10);
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("Recovery codes left: 10.")).toBeVisible();

  await page.getByRole("button", { name: "Log out", exact: true }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByLabel("Code from your authenticator app").fill(codes[0] ?? "");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("heading", { name: "Good to see you, Ada" })).toBeVisible();

  await page.goto("/settings/security");
  await expect(page.getByText("Recovery codes left: 9.")).toBeVisible();
  await page.getByRole("button", { name: "Switch it off" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Switch it off" }).click();
  await expect(page.getByRole("button", { name: "Set up an authenticator app" })).toBeVisible();
});

test("an API key is shown once, works, tells its last use, and ends when revoked", async ({ page }) => {
  await register(page);
  await page.goto("/settings/keys");
  await page.getByRole("button", { name: "New key" }).click();
  const dialog = page.getByRole("dialog", { name: "A new API key" });
  await dialog.getByRole("button", { name: "Make the key" }).click();
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await dialog.getByLabel("Name").fill("Nightly books");
  await dialog.getByText("30 days").click();
  await dialog.getByRole("button", { name: "Make the key" }).click();
  const key = await page.locator("[data-secret]").innerText();
  const call = () => page.request.get("/api/v1/books", { headers: { Authorization: `Bearer ${key}` } });
  expect((await call()).status()).toBe(200);

  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);
  await expect(page.getByText("books:read")).toBeVisible();
  await page.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("heading", { name: "No keys" })).toBeVisible();
  expect((await call()).status()).toBe(401);
});

test("a webhook is made and tested, and what was sent is seen", async ({ page }) => {
  let heard = 0;
  const receiver = createServer((_, answer) => {
    heard++;
    answer.writeHead(204).end();
  });
  await new Promise<void>((listening) => receiver.listen(0, "127.0.0.1", listening));
  const { port } = receiver.address() as AddressInfo;
  try {
    await register(page);
    await page.goto("/settings/webhooks");
    await page.getByRole("button", { name: "New webhook" }).click();
    const dialog = page.getByRole("dialog", { name: "A new webhook" });
    await dialog.getByLabel("Name").fill("Print shop");
    await dialog.getByLabel("Address").fill("http://10.1.2.3/");
    await dialog.getByRole("button", { name: "Make the webhook" }).click();
    await expect(dialog.getByRole("alert")).toContainText("cannot call this address");
    await dialog.getByLabel("Address").fill(`http://127.0.0.1:${port}/atelier`);
    await dialog.getByRole("button", { name: "Make the webhook" }).click();
    await expect(page.getByText("shown now and never again")).toBeVisible();

    await page.getByRole("link", { name: "Print shop" }).click();
    await page.getByRole("button", { name: "Send a test" }).click();
    await expect(page.getByText("Delivered")).toBeVisible();
    await expect(page.getByText("Answer 204.")).toBeVisible();
    expect(heard).toBe(1);
    await page.getByRole("button", { name: "Switch off" }).click();
    await expect(page.getByText("Switched off", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await expect(page.getByRole("heading", { name: "No webhooks" })).toBeVisible();
  } finally {
    receiver.close();
    receiver.closeAllConnections();
  }
});

test("a person takes everything with them and leaves", async ({ page }) => {
  const { email, password } = await register(page);
  await page.goto("/settings/account");
  const zip = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export as zip" }).click();
  expect((await zip).suggestedFilename()).toBe("atelier-export.zip");

  await page.getByRole("button", { name: "Delete my account" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete your account?" });
  await dialog.getByRole("button", { name: "Delete my account for good" }).click();
  await expect(dialog.getByLabel("Your password")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Delete my account for good" }).click();
  await expect(page).toHaveURL(/\/login/);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("alert")).toContainText("do not belong together");
});
