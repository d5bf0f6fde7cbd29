/** A private studio with one reader and one finished book, and a browser in which the reader is signed in. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const built = (dll) => new URL(`../../${dll}`, import.meta.url).pathname;
const SERVERS = {
  studio: [built("src/Atelier.Server/bin/Release/net10.0/Atelier.Server.dll")],
  "web-studio": [built("bench/Atelier.Benchmarks/bin/Release/net10.0/Atelier.Benchmarks.dll"), "web-studio"],
};
const LISTENING = /Now listening on: (http:\/\/127\.0\.0\.1:\d+)/;
const ADMIN = /one-time password: (\S+)/;
const READER = { name: "Ada", email: "ada@example.org", password: "nine lanterns over moss" };
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * @param server the studio itself, or the one of the benchmarks, which takes orders.
 * @param prepare is given ways to ask the studio as the reader and to order, and the book; what it answers is `prepared`.
 */
export async function openStudio({ server: name = "studio", prepare } = {}) {
  const data = mkdtempSync(join(tmpdir(), "atelier-bench-web-"));
  const server = spawn("dotnet", [...SERVERS[name], "--url", "http://127.0.0.1:0", "--data", join(data, "studio")], {
    env: { ...process.env, Atelier__Outgoing__Allow__0: "127.0.1.0/24", Atelier__Campaigns__Crawl__InsideDelaySeconds: "0" },
  });
  const order = (line) =>
    new Promise((done) => {
      const hear = (text) => {
        if (!/^done$/m.test(text)) return;
        server.stdout.off("data", hear);
        done();
      };
      server.stdout.on("data", hear);
      server.stdin.write(`${line}\n`);
    });
  const close = async (browser) => {
    await browser?.close();
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const { url, admin } = await listening(server);
    await answered(url, "POST", "auth/register", READER);
    const { accessToken } = await answered(url, "POST", "auth/login", READER);
    const ask = (method, path, body) => answered(url, method, path, body, accessToken);
    const book = await makeBook(ask);
    const prepared = await prepare?.(ask, book, order);
    const browser = await puppeteer.launch({
      executablePath: "/usr/bin/chromium",
      args: FLAGS,
      userDataDir: join(data, "browser"),
    });
    await signIn(browser, url, READER);
    const enter = async (who) => {
      const context = await browser.createBrowserContext();
      await signIn(context, url, who);
      return context;
    };
    return {
      url,
      book,
      browser,
      prepared,
      ask,
      order,
      enter: async (email) => {
        await answered(url, "POST", "auth/register", { ...READER, email });
        return enter({ ...READER, email });
      },
      enterAsAdmin: () => enter({ email: "admin@atelier.local", password: admin() }),
      close: () => close(browser),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function listening(server) {
  return new Promise((resolve, reject) => {
    let words = "";
    server.stdout.on("data", (text) => {
      words += text;
      const found = LISTENING.exec(words);
      if (found) resolve({ url: found[1], admin: () => ADMIN.exec(words)?.[1] });
    });
    server.stderr.on("data", (text) => {
      words += text;
    });
    server.once("exit", (code) => reject(new Error(`The studio ended with ${code}: ${words.slice(-2000)}`)));
  });
}

async function answered(url, method, path, body, token) {
  const answer = await fetch(`${url}/api/v1/${path}`, {
    method,
    headers: {
      ...(!(body instanceof FormData) && { "Content-Type": "application/json" }),
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: body instanceof FormData ? body : body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** @returns the id of a picture book that is finished. */
async function makeBook(ask) {
  const { id } = await ask("POST", "books", { prompt: "A shy labrador who finds a kite", pages: 24 });
  const { jobId } = await ask("POST", `books/${id}/generate`);
  await finished(ask, jobId);
  return id;
}

/** Waits for a job to succeed. */
export async function finished(ask, jobId) {
  for (;;) {
    const { state, error } = await ask("GET", `jobs/${jobId}`);
    if (state === "succeeded") return;
    if (state === "failed" || state === "cancelled") throw new Error(`a job ended ${state}: ${error?.message}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** The browser keeps the session in its cookie, so every page it opens later is the reader's. */
async function signIn(browser, url, who) {
  const page = await browser.newPage();
  await page.goto(`${url}/login`);
  await page.locator("input[type=email]").fill(who.email);
  await page.locator("input[type=password]").fill(who.password);
  await page.locator("button[type=submit]").click();
  await page.waitForFunction(() => location.pathname === "/home");
  await page.close();
}
