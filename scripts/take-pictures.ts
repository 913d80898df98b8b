import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Locator, type Page } from "@playwright/test";
import { panelPeople } from "@/demo/panel-people";
import settings from "@/playwright.config";
import { freePort } from "@/tests/support/free-port";
import { shrinkPicture } from "./shrink-picture";

const folder = join(import.meta.dirname, "..", "docs", "pictures");
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const pastMinutes = 10;
const longestMs = 30 * 60_000;

await takePictures();

/**
 * The pictures of the README, of the demo as a person sees it. The overview comes last, after some
 * minutes: by then it has a past, one server is silent and one shows another host key.
 */
async function takePictures(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const demo = await startDemo(port);
  const browser = await chromium.launch(settings.use?.launchOptions);
  try {
    const place = { baseURL: `http://127.0.0.1:${port}`, locale: "en-GB", timezoneId: "UTC" };
    const page = await browser.newPage({ ...place, viewport: wide, reducedMotion: "reduce" });
    await signIn(page);
    await visit(page);
  } finally {
    await browser.close();
    demo.kill("SIGTERM");
    await once(demo, "exit");
  }
}

async function startDemo(port: number): Promise<ChildProcess> {
  const env = { ...process.env, PORT: String(port) };
  const demo = spawn("tsx", [join(import.meta.dirname, "demo.ts")], { env });
  let said = "";
  for await (const chunk of demo.stdout) {
    said += chunk;
    if (said.includes("Demo: ")) break;
  }
  if (demo.exitCode !== null) throw new Error(`the demo did not start: ${said}`);
  return demo;
}

async function signIn(page: Page): Promise<void> {
  const person = panelPeople.find(({ role }) => role === "server-administrator");
  if (!person) throw new Error("nobody in the demo is a server administrator");
  await page.goto("/sign-in");
  await page.getByLabel("Login").fill(person.login);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/tools-settings/);
}

async function visit(page: Page): Promise<void> {
  await page.goto("/tools-settings/ftp-sessions");
  // Speeds are known from the second look on.
  await rowWith(page, "Uploading").getByRole("cell", { name: /B\/s$/ }).waitFor();
  await choose(rowWith(page, /Uploading.*\.example/));
  await choose(rowWith(page, "Downloading"));
  await keep(page, "ftp-sessions");
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog").waitFor();
  await keep(page, "remove-dialog");
  await page.keyboard.press("Escape");

  await page.goto("/tools-settings/terminal-sessions");
  await rowWith(page, "Logged in").waitFor();
  await keep(page, "terminal-sessions");

  await page.setViewportSize(phone);
  await page.goto("/tools-settings/ftp-sessions");
  await page.getByText("Uploading").first().waitFor();
  await keep(page, "phone");

  await page.setViewportSize(wide);
  await page.goto("/tools-settings");
  // The table behind the charts has a row a minute, and a head.
  const minute = page.getByRole("table").getByRole("row").nth(pastMinutes);
  await minute.waitFor({ state: "attached", timeout: longestMs });
  const silent = page.getByRole("strong").filter({ hasText: "ftp-02" });
  await silent.waitFor({ timeout: longestMs });
  await keep(page, "overview");
}

function rowWith(page: Page, words: string | RegExp): Locator {
  return page.getByRole("row").filter({ hasText: words }).first();
}

async function choose(row: Locator): Promise<void> {
  await row.getByRole("checkbox").check();
}

/** All but the same moment in both themes. */
async function keep(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const picture = shrinkPicture(await page.screenshot({ caret: "hide" }));
    writeFileSync(join(folder, `${name}-${colorScheme}.png`), picture);
  }
}
