import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/studio.ts",
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  projects: [
    // One after the other: some close a lane, or count what waits in it.
    { name: "journeys", testIgnore: "access.spec.ts", workers: 1 },
    // These work the browser and hardly the studio, so they fill the time in which the others wait for it.
    { name: "pages", testMatch: "access.spec.ts", fullyParallel: true },
  ],
  retries: 1,
  reporter: [["list"]],
  use: {
    viewport: { width: 1280, height: 900 },
    trace: "off",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
