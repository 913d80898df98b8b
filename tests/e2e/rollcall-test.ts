import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test as base, expect, type Page } from "@playwright/test";
import { findProgram, missingProgram, type Program } from "@/tests/support/programs";
import { administrator, type RunningRollcall } from "@/tests/support/start-rollcall";

export { expect };

/** An address is open when all that was streamed stands in its place: for a moment it may be there twice, once unseen. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const open = page.goto.bind(page);
    page.goto = async (...where) => {
      const answer = await open(...where);
      await expect(page.locator("div[hidden][id^='S:']")).toHaveCount(0);
      return answer;
    };
    await use(page);
  },
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Skips the file by name where something is missing; with CI set it runs, and fails. */
export function needs(...needed: readonly (Program | "root")[]): void {
  // biome-ignore lint/style/noProcessEnv: CI is how a build machine says that nothing may be skipped
  const missing = process.env["CI"]
    ? undefined
    : needed.map(whyMissing).find((why) => why !== undefined);
  test.skip(missing !== undefined, missing);
}

function whyMissing(needed: Program | "root"): string | undefined {
  if (needed !== "root") return findProgram(needed) ? undefined : missingProgram(needed);
  return process.getuid?.() === 0 ? undefined : "root is missing: run npm test as root";
}

interface Credentials {
  readonly login: string;
  readonly password: string;
}

export async function signIn(
  page: Page,
  url: string,
  person: Credentials = administrator,
): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("Login").fill(person.login);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/tools-settings");
}

export async function openSessions(
  page: Page,
  { url }: RunningRollcall,
  kind: "ftp" | "terminal",
): Promise<void> {
  await signIn(page, url);
  await page.goto(`${url}/tools-settings/${kind}-sessions`);
  await refresh(page);
}

/** Resolves when what the servers answered is on the page. */
export async function refresh(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByText("Checked.", { exact: true }).waitFor({ state: "attached" });
}

/** The row in which all these texts stand. */
export function rowOf(page: Page, ...texts: readonly string[]) {
  return texts.reduce(
    (rows, text) => rows.filter({ hasText: text }),
    page.getByRole("table").getByRole("row"),
  );
}

/** What axe finds, in both themes. */
export async function expectAccessible(page: Page): Promise<void> {
  // While one page gives way to the next, there may be no title for a moment.
  await expect(page).toHaveTitle(/./);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(axe);
    const found = await page.evaluate("axe.run().then(({ violations }) => violations)");
    expect(found, `axe in the ${colorScheme} theme of ${page.url()}`).toEqual([]);
  }
}
