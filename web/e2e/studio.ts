import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SERVER = new URL("../../src/Atelier.Server/bin/Release/net10.0/Atelier.Server.dll", import.meta.url)
  .pathname;
const START = 120_000; // milliseconds

/** The real studio on a free port, with a database and a data folder of its own, for all journeys. */
export default async function start() {
  const data = mkdtempSync(join(tmpdir(), "atelier-e2e-"));
  const url = `http://127.0.0.1:${await freePort()}`;
  const studio = run(url, data);
  studio.stdout?.on("data", (text: Buffer) => {
    const password = /one-time password: (\S+)/.exec(text.toString())?.[1];
    if (password) process.env.ATELIER_E2E_ADMIN = password;
  });
  await ready(url, studio);
  process.env.ATELIER_E2E_URL = url;
  return async () => {
    await end(studio, "SIGTERM");
    rmSync(data, { recursive: true, force: true });
  };
}

/** A studio of one journey's own, which may be killed and started again. */
export async function ownStudio() {
  const data = mkdtempSync(join(tmpdir(), "atelier-e2e-own-"));
  const url = `http://127.0.0.1:${await freePort()}`;
  let studio = run(url, data);
  await ready(url, studio);
  return {
    url,
    kill: () => end(studio, "SIGKILL"),
    restart: async () => {
      studio = run(url, data);
      await ready(url, studio);
    },
    close: async () => {
      await end(studio, "SIGTERM");
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function run(url: string, data: string): ChildProcess {
  const studio = spawn("dotnet", [SERVER, "--url", url, "--data", join(data, "studio")], {
    stdio: ["ignore", "pipe", "pipe"],
    // A journey listens at the first for what webhooks are told; the sample blogs are at the others.
    env: {
      ...process.env,
      Atelier__Outgoing__Allow__0: "127.0.0.1",
      Atelier__Outgoing__Allow__1: "127.0.1.0/24",
      Atelier__Campaigns__Crawl__InsideDelaySeconds: "0",
    },
  });
  const log = createWriteStream(join(data, "studio.log"), { flags: "a" });
  studio.stdout.pipe(log);
  studio.stderr.pipe(log);
  return studio;
}

async function end(studio: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (studio.exitCode !== null || studio.signalCode !== null) return;
  const ended = new Promise((resolve) => studio.once("exit", resolve));
  studio.kill(signal);
  await ended;
}

async function ready(url: string, studio: { exitCode: number | null }): Promise<void> {
  for (const end = Date.now() + START; Date.now() < end; ) {
    if (studio.exitCode !== null) throw new Error(`The studio ended with ${studio.exitCode}.`);
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("The studio did not become ready.");
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
