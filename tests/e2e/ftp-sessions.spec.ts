import { PassThrough } from "node:stream";
import type { Page } from "@playwright/test";
import type { Client } from "basic-ftp";
import { openApi } from "@/tests/support/api";
import { bigFile, type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import {
  expect,
  expectAccessible,
  needs,
  openSessions,
  rowOf,
  signIn,
  test,
} from "./rollcall-test";

needs("chromium", "proftpd");

const longLogin = "a-customer-with-a-long-login";
/** Not that of another run of these tests on this machine at the same time. */
const ownLogin = `found-${process.pid}`;

let daemon: RealProftpd;
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  daemon = await startRealProftpd(["anna", "bruno", "carla", longLogin, ownLogin]);
  rollcall = await startRollcall({
    config: `servers:
  - name: web01
    via: local
    sources: [{ provider: proftpd, scoreboard: ${daemon.scoreboard} }]
ftpAccounts:
  - { login: anna, type: web-user, domain: alpha.example }
`,
  });
});
test.afterAll(async () => {
  await rollcall.stop();
  await daemon.stop();
});

const columns = [
  "Type",
  "Status",
  "FTP User Login",
  "Domain Name",
  "Current Location",
  "File Name",
  "Speed",
  "Progress",
  "IP Address",
  "Logon Time",
  "Idle Time",
];

test("an FTP client that logs in appears, is removed, and nobody else", async ({ page }) => {
  await signIn(page, rollcall.url);
  await page
    .getByRole("link", { name: /FTP Sessions/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Active FTP Sessions" })).toBeVisible();
  await expect(page.getByRole("main").getByText("Nobody is connected over FTP.")).toBeVisible();
  await expectAccessible(page);

  const anna = await daemon.logIn("anna");
  const bruno = await daemon.logIn("bruno");
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(rowOf(page, "anna", "Web user", "alpha.example", "127.0.0.1")).toHaveCount(1);
  await expect(rowOf(page, "bruno")).toHaveCount(1);
  await expect(page.getByRole("columnheader")).toContainText(["", ...columns]);
  await expectAccessible(page);

  await rowOf(page, "anna").getByRole("checkbox").check();
  await page.getByRole("button", { name: "Remove" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove 1 FTP session of anna?" });
  await expect(dialog).toContainText("127.0.0.1");
  await dialog.getByRole("button", { name: "OK, remove session" }).click();

  await expect(page.getByRole("status")).toHaveText("1 removed");
  await expect.poll(() => isConnected(anna)).toBe(false);
  expect(await isConnected(bruno)).toBe(true);
  await expect(rowOf(page, "anna")).toHaveCount(0);
  await expect(rowOf(page, "bruno")).toHaveCount(1);
  bruno.close();
});

test("a slow download shows its file, and stops when it is removed", async ({ page }) => {
  const { download } = await downloadSlowly();
  await openSessions(page, rollcall, "ftp");
  await expect(rowOf(page, "slow", "Downloading", bigFile)).toHaveCount(1);

  await rowOf(page, "slow").getByRole("checkbox").check();
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("dialog")).toContainText(bigFile);
  await page.getByRole("button", { name: "OK, remove session" }).click();
  await expect(page.getByRole("status")).toHaveText("1 removed");
  expect(await download).toMatch(/closed|FIN|end/i);
});

test("who works by keyboard is told all that the hints of a row say", async ({ page }) => {
  const { slow, download } = await downloadSlowly();
  await openSessions(page, rollcall, "ftp");
  await expect(rowOf(page, "slow", `${daemon.home("slow")}/${bigFile}`)).toHaveCount(1);

  await rowOf(page, "slow").getByRole("checkbox").focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  const hint = page.getByText(/Logon Time: Since .*:\d\d:\d\d/);
  await expect(hint).toBeVisible();
  await expect(hint).toContainText("Status: Command: RETR");
  await expect(hint).toContainText(`Current Location: ${daemon.home("slow")}`);
  await expect(hint).toContainText("As the client sees it: /");
  await expect(hint).toContainText(`File Name: ${daemon.home("slow")}/${bigFile}`);
  expect(await isCoveringRows(page), "it covers no row").toBe(false);
  await page.keyboard.press("Escape");
  await expect(hint).toBeHidden();
  slow.close();
  await download;
});

test("at 1440 px all columns are in sight, with a long login and a long path", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const client = await daemon.logIn(longLogin);
  await client.ensureDir("a-folder-that-was-given-a-long-name/inner");
  await openSessions(page, rollcall, "ftp");
  await expect(rowOf(page, longLogin, "-long-name/inner")).toHaveCount(1, { timeout: 30_000 });
  const table = page.getByRole("region", { name: "Active FTP Sessions" });
  expect(await table.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
  client.close();
});

test("a cancelled dialog removes nobody", async ({ page }) => {
  const anna = await daemon.logIn("anna");
  await openSessions(page, rollcall, "ftp");
  await rowOf(page, "anna").getByRole("checkbox").check();
  await page.getByRole("button", { name: "Remove" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await isConnected(anna)).toBe(true);
  anna.close();
});

test("a session that ended while the dialog was open is told apart", async ({ page }) => {
  // Not the login of another test: its session may just have ended, and still be listed.
  const carla = await daemon.logIn("carla");
  await openSessions(page, rollcall, "ftp");
  await rowOf(page, "carla").getByRole("checkbox").check();
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog").waitFor();
  carla.close();
  const api = await openApi(rollcall, "viewer");
  await expect
    .poll(async () => (await api.roll("ftp")).sessions.map(({ user }) => user))
    .not.toContain("carla");
  await page.getByRole("button", { name: "OK, remove session" }).click();
  await expect(page.getByRole("status")).toHaveText("1 already gone");
});

test("with nothing configured, a ProFTPD of this machine is found by itself", async ({ page }) => {
  const unconfigured = await startRollcall();
  try {
    const client = await daemon.logIn(ownLogin);
    await openSessions(page, unconfigured, "ftp");
    await expect(rowOf(page, ownLogin, "Idle")).toHaveCount(1);
    await expect(page.getByRole("columnheader", { name: "Server" })).toHaveCount(0);
    client.close();
  } finally {
    await unconfigured.stop();
  }
});

async function downloadSlowly() {
  const slow = await daemon.logIn("slow");
  const received = new PassThrough().resume();
  const download = slow.downloadTo(received, bigFile).catch((error: Error) => error.message);
  return { slow, download };
}

async function isConnected(client: Client): Promise<boolean> {
  if (client.closed) return false;
  return client.send("NOOP").then(
    () => true,
    () => false,
  );
}

/** Whether the hint lies upon the table. */
function isCoveringRows(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const hint = document.querySelector("[popover]:popover-open")?.getBoundingClientRect();
    const rows = document.querySelector("tbody")?.getBoundingClientRect();
    return !hint || !rows || (hint.top < rows.bottom && hint.bottom > rows.top);
  });
}
