import type { Page } from "@playwright/test";
import { runDemo } from "@/tests/support/run-demo";
import { expect, expectAccessible, needs, rowOf, test } from "./rollcall-test";

needs("chromium");

let demo: Awaited<ReturnType<typeof runDemo>>;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  demo = await runDemo();
});
test.afterAll(() => demo.stop());

/** By one click on what the sign-in page shows. */
async function enterAs(page: Page, login: string): Promise<void> {
  await page.goto(`${demo.url}/sign-in`);
  await page.getByRole("button", { name: new RegExp(`^${login} `) }).click();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/tools-settings");
}

const openTool = (page: Page, tool: string) => page.goto(`${demo.url}/tools-settings/${tool}`);

test("a newcomer signs in by a login that is shown, and sees sessions on three pages", async ({
  page,
}) => {
  expect(demo.output()).toContain("blue lantern garden");
  await enterAs(page, "admin");
  for (const [tool, fewest] of [
    ["panel-sessions", 5],
    ["ftp-sessions", 15],
    ["terminal-sessions", 15],
  ] as const) {
    await openTool(page, tool);
    await expect(page.getByRole("table").getByRole("row").nth(fewest)).toBeVisible();
  }
  await expect(rowOf(page, "ts-berlin", "Logged in").first()).toBeVisible();
});

test("says Demo on every screen, in the words of the sign-in page too", async ({ page }) => {
  const mark = page.getByText(/^Demo\. Simulated/).filter({ visible: true });
  await page.goto(`${demo.url}/sign-in`);
  await expect(mark).toBeVisible();
  await expect(page.getByText("Simulated servers. Nothing here is real.").last()).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${demo.url}/no-such-page`);
  await expect(mark).toBeVisible();
  await enterAs(page, "night-shift");
  await expect(mark).toBeVisible();
  await page.setViewportSize({ width: 390, height: 800 });
  await openTool(page, "ftp-sessions");
  await expect(mark).toBeVisible();
});

test("a customer sees the sessions of the own domains alone", async ({ page }) => {
  await enterAs(page, "quay-books");
  await openTool(page, "ftp-sessions");
  await expect(rowOf(page, "quay.example").or(rowOf(page, "kiwi.example")).first()).toBeVisible();
  await expect(rowOf(page, "alps.example")).toHaveCount(0);
});

test("Remove and Log Out end sessions", async ({ page }) => {
  await enterAs(page, "admin");
  await openTool(page, "ftp-sessions");
  // Of web-01, for the other one is silent now and then.
  await page.getByRole("searchbox").fill("quay.example");
  await rowOf(page, "quay.example").first().getByRole("checkbox").check();
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "OK, remove session" }).click();
  await expect(page.getByText("1 removed", { exact: true }).first()).toBeVisible();

  await openTool(page, "terminal-sessions");
  const chosen = rowOf(page, "ts-london", "Logged in").last();
  await chosen.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Log Out" }).click();
  await page.getByRole("button", { name: "OK, log out session" }).click();
  await expect(page.getByText("1 logged out", { exact: true }).first()).toBeVisible();
});

test("a server falls silent and answers again, and is shown so", async ({ page }) => {
  test.setTimeout(120_000);
  await enterAs(page, "admin");
  await openTool(page, "ftp-sessions");
  const trouble = page.getByText(/^ftp-02 last answered .* ago\.\s*$/);
  await expect(trouble).toBeVisible({ timeout: 40_000 });
  await expect(trouble).toHaveCount(0, { timeout: 30_000 });
});

test("a host key that has changed is reviewed and accepted", async ({ page }) => {
  test.setTimeout(90_000);
  await enterAs(page, "admin");
  // A page that asks each second sees it soon.
  await openTool(page, "terminal-sessions");
  await expect(page.getByText(/ts-tokyo is not trusted/)).toBeVisible({ timeout: 40_000 });
  await page.getByRole("link", { name: "Review ts-tokyo" }).click();
  const editing = page.getByRole("dialog", { name: "Edit ts-tokyo" });
  await editing.getByRole("button", { name: "Accept the new key" }).click();
  await expect(editing.getByRole("checkbox", { name: /Windows/ })).toBeChecked();
  await editing.getByRole("button", { name: "Save server" }).click();
  await expect(editing).toHaveCount(0);
  await expect(rowOf(page, "ts-tokyo", "Answered")).toHaveCount(1);
});

test("leaves nothing behind when it is stopped", async () => {
  expect(await demo.stop()).toEqual({ exitCode: 0, left: [] });
});
