import { spawn } from "node:child_process";
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
  const studio = spawn("dotnet", [SERVER, "--url", url, "--data", join(data, "studio")], {
    stdio: ["ignore", "pipe", "pipe"],
    // A journey listens here for what webhooks are told.
    env: { ...process.env, Atelier__Outgoing__Allow__0: "127.0.0.1" },
  });
  let said = "";
  studio.stdout.on("data", (text: Buffer) => {
    if (process.env.ATELIER_E2E_ADMIN) return;
    said += text;
    process.env.ATELIER_E2E_ADMIN = /one-time password: (\S+)\s/.exec(said)?.[1] ?? "";
  });
  const log = createWriteStream(join(data, "studio.log"));
  studio.stdout.pipe(log);
  studio.stderr.pipe(log);
  await ready(url, studio);
  process.env.ATELIER_E2E_URL = url;
  return async () => {
    const ended = new Promise((resolve) => studio.once("exit", resolve));
    studio.kill("SIGTERM");
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
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

function freePort(): Promise<number> {
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
