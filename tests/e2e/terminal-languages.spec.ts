import type { Locator, Page } from "@playwright/test";
import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, openSessions, rowOf, test } from "./rollcall-test";
import { configOf } from "./terminal-hosts";

needs("chromium");

let hosts: Record<"tokyo" | "berlin" | "wide" | "full" | "odd", WindowsHost>;
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  hosts = {
    tokyo: await startWindowsHost({ language: "japanese", powershell: "missing" }),
    berlin: await startWindowsHost({ language: "german", powershell: "missing" }),
    wide: await startWindowsHost({ isWide: true, powershell: "missing" }),
    full: await startWindowsHost(),
    odd: await startWindowsHost({ powershell: "missing" }),
  };
  hosts.tokyo.signIn("山田 太郎");
  const gone = hosts.berlin.signIn("jürgen");
  Object.assign(gone, { name: null, state: "disconnected", idle: "1:05" });
  hosts.wide.signIn("wilma", { name: "31C5CE94259D4006A9E4#0" });
  hosts.full.signIn("Fiona", {
    domain: "CORP",
    client: "FIONA-LAPTOP",
    address: "203.0.113.7",
    logonAt: Date.now() - 130 * 60_000,
    inputAt: Date.now() - 12 * 60_000,
  });
  hosts.odd.behaviour.capture = { session: " WHAT   IS\u0007   THIS\r\n  odd   2   row\r\n" };
  rollcall = await startRollcall({ config: configOf(hosts) });
});
test.afterAll(async () => {
  await rollcall.stop();
  for (const host of Object.values(hosts)) await host.stop();
});

test("hosts of three languages and widths are told in the same words", async ({ page }) => {
  await openSessions(page, rollcall, "terminal");
  const heads = page.getByRole("columnheader");
  await expect(heads).toContainText(["", "Status", "Name", "User", "Server"]);
  await expect(rowOf(page, "山田 太郎", "Logged in", "rdp-tcp#2", "tokyo")).toHaveCount(1);
  await expect(rowOf(page, "jürgen", "Disconnected", "berlin")).toHaveCount(1);
  await expect(rowOf(page, "wilma", "Logged in", "31C5CE94259D4006A9E4#0", "wide")).toHaveCount(1);
  await expect(rowOf(page, "Fiona", "Logged in", "full")).toHaveCount(1);
  await expectAccessible(page);
});

test("a hint has the server's own words", async ({ page }) => {
  await openSessions(page, rollcall, "terminal");
  const jürgen = rowOf(page, "jürgen");
  await expectHint(page, jürgen.getByText("Disconnected", { exact: true }), [
    "The server says: Getr.",
    "Idle 1 h 5 min",
  ]);
  await expectHint(page, jürgen.getByText("jürgen", { exact: true }), [
    "Signed in, in the server's own words: 26.07.2018 19:29",
  ]);
  await expectHint(page, jürgen.getByRole("cell").nth(2), [
    "A disconnected session has no name",
    "Session 2",
  ]);
  await expectHint(page, rowOf(page, "山田 太郎").getByText("山田 太郎", { exact: true }), [
    "Signed in, in the server's own words: 2018/7/26 19:29",
  ]);
});

test("where Windows tells more, a hint has the client, the domain and the times", async ({
  page,
}) => {
  await openSessions(page, rollcall, "terminal");
  const fiona = rowOf(page, "Fiona");
  await expectHint(page, fiona.getByText("Logged in", { exact: true }), ["Idle 12 min"]);
  await expectHint(page, fiona.getByText("rdp-tcp#2", { exact: true }), [
    "Session 2",
    "From FIONA-LAPTOP, 203.0.113.7, as the client says",
  ]);
  await expectHint(page, fiona.getByText("Fiona", { exact: true }), [
    "CORP\\Fiona",
    "Signed in 2 h 10 min ago",
    String(new Date().getFullYear()),
  ]);
  await page.getByRole("searchbox").fill("fiona-laptop");
  await expect(rowOf(page, "Fiona")).toHaveCount(1);
  await expect(rowOf(page, "wilma")).toHaveCount(0);
});

test("where PowerShell does not answer, the page says what that means", async ({ page }) => {
  await openSessions(page, rollcall, "terminal");
  await page.getByText(/^4 servers, 3 of them with remarks$/).click();
  await expect(page.getByText(/compared directly before an act, not in the same step/)).toHaveCount(
    3,
  );
  await expectAccessible(page);
});

test("an answer that cannot be read is one click away, as the server printed it", async ({
  page,
}) => {
  await openSessions(page, rollcall, "terminal");
  await expect(page.getByText(/^odd gave an answer that cannot be read/)).toBeVisible();
  const printed = page.getByRole("region", { name: "What odd printed" });
  await expect(printed).toHaveCount(0);
  await page.getByText("What the server printed").focus();
  await page.keyboard.press("Enter");
  await expect(printed).toContainText("WHAT   IS[U+0007]   THIS");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Copy" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(printed).toBeFocused();
  await expectAccessible(page);
  const { stderr } = await rollcall.command(["check"]);
  expect(stderr).toContain("WHAT   IS[U+0007]   THIS");
});

/** The hint of what stands there, once the server has told all it knows. */
async function expectHint(page: Page, place: Locator, lines: readonly string[]): Promise<void> {
  const hint = page.locator("[popover]:popover-open");
  await expect(async () => {
    await page.mouse.move(0, 0);
    await place.first().hover();
    for (const line of lines) await expect(hint).toContainText(line, { timeout: 500 });
  }).toPass();
}
