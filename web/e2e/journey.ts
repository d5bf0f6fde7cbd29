import { test as base, expect, type Page } from "@playwright/test";

/** A journey fails when the browser complained: an error in the console, a policy violation, a request to elsewhere. */
export const test = base.extend<{ complaints: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  baseURL: async ({}, use) => use(process.env.ATELIER_E2E_URL),
  complaints: [
    async ({ page, baseURL }, use) => {
      const complaints: string[] = [];
      page.on("console", (line) => {
        // A refused call is logged by the browser itself; the page shows it to the person.
        if (line.type() === "error" && !line.text().startsWith("Failed to load resource"))
          complaints.push(line.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith("http") && origin !== baseURL) complaints.push(`asked ${origin}`);
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

let people = 0;

/** Registers a new person through the page; ends on the dashboard. */
export async function register(page: Page): Promise<{ email: string; password: string }> {
  const person = {
    email: `reader-${process.pid}-${++people}-${Date.now()}@example.org`,
    password: "nine lanterns over moss",
  };
  await page.goto("/register");
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(page.getByRole("heading", { name: "Good to see you, Ada" })).toBeVisible();
  return person;
}

/** A way to read things as the person of the page would by a program, and with data, to make them. */
export async function asker(page: Page) {
  const renewed = await page.request.post("/api/v1/auth/refresh");
  const { accessToken } = (await renewed.json()) as { accessToken: string };
  return async <T = { id: string }>(path: string, data?: object): Promise<T> => {
    const answer = await page.request.fetch(`/api/v1/${path}`, {
      method: data ? "POST" : "GET",
      data,
      headers: { Authorization: `Bearer ${accessToken}` },
    });
    expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  };
}

/** Logs in as the studio's first admin, whose password was printed when it started. */
export async function enterAsAdmin(page: Page): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("E-mail").fill("admin@atelier.local");
  await page.getByLabel("Password").fill(process.env.ATELIER_E2E_ADMIN ?? "");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("heading", { name: "Good to see you, Admin" })).toBeVisible();
}

/** Closes or opens a lane of the studio, as its admin would by a program. */
export async function turnLane(page: Page, lane: string, way: "pause" | "resume"): Promise<void> {
  const login = await page.request.post("/api/v1/auth/login", {
    data: { email: "admin@atelier.local", password: process.env.ATELIER_E2E_ADMIN },
  });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const turned = await page.request.post(`/api/v1/tasks/lanes/${lane}/${way}`, {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  expect(turned.status()).toBe(200);
}

export { expect };
