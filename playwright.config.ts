import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests/e2e",
  timeout: 60_000,
  expect: {
    timeout: 10_000,
    // A shade of the accent is told apart; pixels are for the edges of letters: two letters that are cut off are 64 pixels, what is moved some hundreds.
    toHaveScreenshot: { threshold: 0.02, maxDiffPixels: 50 },
  },
  snapshotPathTemplate: "tests/e2e/looks/{arg}{ext}",
  // One that is missing fails, and is not written, unless it is asked for by --update-snapshots.
  updateSnapshots: "none",
  // They wait for servers and for the screen far more than they work; each file has a Rollcall of its own.
  workers: 2,
  retries: 0,
  reporter: "list",
  forbidOnly: true,
  use: {
    trace: "off",
    launchOptions: {
      executablePath: "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
