import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { openApi } from "@/tests/support/api";
import { freePort } from "@/tests/support/free-port";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, needs, rowOf, signIn, test } from "./rollcall-test";
import { configOf } from "./terminal-hosts";

needs("chromium", "proftpd");

const minuteMs = 60_000;
const dayMs = 86_400_000;
const carla = { login: "carla", password: "another long passphrase" };

let daemon: RealProftpd;
let host: WindowsHost;
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  daemon = await startRealProftpd(["anna"]);
  host = await startWindowsHost();
  const web01 = `  - name: web01
    via: local
    sources: [{ provider: proftpd, scoreboard: ${daemon.scoreboard} }]
`;
  rollcall = await startRollcall({ config: configOf({ ts01: host }) + web01 });
});
test.beforeEach(() => {
  host.sessions.splice(0, host.sessions.length, ...host.sessions.filter(({ user }) => !user));
});
test.afterAll(async () => {
  await rollcall.stop();
  await host.stop();
  await daemon.stop();
});

test("who logs in appears by themselves, is said to have ended, and leaves 5 s later", async ({
  page,
}) => {
  await watch(page, "ftp-sessions");
  // What is streamed may stand unseen outside the page for a moment more.
  const main = page.getByRole("main");
  await expect(main.getByText("Nobody is connected over FTP.")).toBeVisible();
  const anna = await daemon.logIn("anna");
  const row = rowOf(page, "anna");
  await expect(row).toContainText("Idle");

  anna.close();
  await expect(row).toContainText("ended");
  const endedAtMs = Date.now();
  await expect(row.getByRole("checkbox")).toHaveAccessibleDescription("This session has ended.");
  await expect(row).toHaveCount(0);
  // Playwright looks once a second at the latest.
  expect(Date.now() - endedAtMs).toBeGreaterThan(3500);
});

test("while something is selected no row moves; who is new waits until asked for, or let in", async ({
  page,
}) => {
  for (const user of ["bruno", "dora"]) host.signIn(user);
  await watch(page, "terminal-sessions?sort=user");
  const places = () => placesOf(page, ["bruno", "dora"]);
  const before = await places();
  await rowOf(page, "dora").getByRole("checkbox").check();
  await pointAway(page);

  host.signIn("anna");
  await page.getByRole("button", { name: "1 new" }).waitFor();
  end("bruno");
  await expect(rowOf(page, "bruno")).toContainText("ended");
  expect(await places()).toEqual(before);
  await expect(rowOf(page, "anna")).toHaveCount(0);
  await page.getByRole("button", { name: "1 new" }).click();
  await expect(usersOf(page)).toHaveText([/anna/, /bruno/, /dora/]);

  host.signIn("carla");
  await expect(page.getByRole("button", { name: "1 new" })).toBeVisible();
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await pointAway(page);
  await expect(usersOf(page)).toHaveText([/anna/, /carla/, /dora/]);
});

test("no row moves under the pointer; when it has left, who is new comes in", async ({ page }) => {
  for (const user of ["bruno", "dora"]) host.signIn(user);
  await watch(page, "terminal-sessions?sort=-user");
  const before = await placesOf(page, ["bruno", "dora"]);
  await rowOf(page, "dora").hover();
  host.signIn("zoe");
  await expect(page.getByRole("button", { name: "1 new" })).toBeVisible();
  expect(await placesOf(page, ["bruno", "dora"])).toEqual(before);
  await pointAway(page);
  await expect(usersOf(page)).toHaveText([/zoe/, /dora/, /bruno/]);
  await expect(page.getByRole("button", { name: "1 new" })).toHaveCount(0);
});

test("all that was selected is all that was there: who comes is not taken, who ends is let go", async ({
  page,
}) => {
  for (const user of ["anna", "bruno"]) host.signIn(user);
  await watch(page, "terminal-sessions");
  await page.getByRole("checkbox", { name: "Select all shown sessions" }).check();
  await expect(page.getByText("2 selected")).toBeVisible();
  host.signIn("dora");
  await page.getByRole("button", { name: "1 new" }).click();
  await expect(rowOf(page, "dora").getByRole("checkbox")).not.toBeChecked();
  await expect(page.getByText("2 selected")).toBeVisible();

  end("anna");
  await expect(page.getByText("1 selected")).toBeVisible();
  await expect(rowOf(page, "anna").getByRole("checkbox")).not.toBeChecked();
  await page.getByRole("button", { name: "Select all 2" }).click();
  await expect(page.getByText("2 selected")).toBeVisible();
  await expect(rowOf(page, "dora").getByRole("checkbox")).toBeChecked();
});

test("a paused page says since when, and shows nothing of what happens until it goes on", async ({
  page,
  context,
}) => {
  for (const user of ["anna", "bruno"]) host.signIn(user);
  await watch(page, "terminal-sessions");
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(rowOf(other, "anna")).toHaveCount(1);
  await pointAway(other);
  end("anna");
  await expect(rowOf(page, "anna")).toContainText("ended");
  const pause = "Pause: nothing on the page moves";
  await page.getByRole("button", { name: pause }).click();
  await expect(page.getByText(pause), "its hint does not stay").toBeHidden();
  await expect(page.getByText(/^Paused since \d\d:\d\d:\d\d$/)).toBeVisible();
  await expect(page.getByText("Live", { exact: true })).toHaveCount(0);

  host.signIn("dora");
  end("bruno");
  await expect(usersOf(other)).toHaveText([/dora/]);
  await expect(usersOf(page)).toHaveText([/anna/, /bruno/]);
  await expect(rowOf(page, "bruno")).toContainText("Logged in");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await expect(usersOf(page)).toHaveText([/dora/]);
});

test("while Rollcall is away the rows stay; when it is back the page is live again by itself", async ({
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-away-"));
  const port = await freePort();
  const env = { PORT: String(port), ROLLCALL_DATA: join(folder, "data") };
  const config = configOf({ ts01: host });
  const first = await startRollcall({ config, env });
  host.signIn("anna");
  await watch(page, "terminal-sessions", `http://127.0.0.1:${port}`);
  await expect(rowOf(page, "anna")).toHaveCount(1);
  await page.evaluate("window.isSamePage = true");
  await first.stop();
  await expect(page.getByRole("alert").filter({ hasText: "Reconnecting…" })).toBeVisible();
  await expect(rowOf(page, "anna", "Logged in")).toHaveCount(1);
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByRole("button", { name: "Refresh" })).toHaveAttribute(
    "aria-disabled",
    "false",
  );
  await expect(page.getByRole("status"), "nothing was checked").toHaveText("");

  host.signIn("bruno");
  const second = await startRollcall({ config, env });
  await expect(page.getByText("Live", { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("Reconnecting…")).toHaveCount(0);
  await expect(rowOf(page, "bruno")).toHaveCount(1);
  expect(await page.evaluate("window.isSamePage")).toBe(true);
  await second.stop();
  await rm(folder, { recursive: true, force: true });
});

test("where the live channel is not to be had, Rollcall is asked every 5 s", async ({ page }) => {
  await page.routeWebSocket(/\/live$/, (socket) => socket.close({ code: 1011 }));
  await page.clock.install();
  await signIn(page, rollcall.url);
  await page.goto(`${rollcall.url}/tools-settings/terminal-sessions`);
  await expect(page.getByText("Reconnecting…")).toBeVisible();
  await pointAway(page);
  const asks: string[] = [];
  page.on("request", (asked) => asked.method() === "POST" && asks.push(asked.url()));
  for (const user of ["anna", "bruno"]) {
    host.signIn(user);
    await page.clock.fastForward(5000);
    await expect(rowOf(page, user)).toHaveCount(1);
  }
});

test("a panel session that is removed leads its open page to the sign-in by itself", async ({
  page,
}) => {
  const words = ["user", "add", carla.login, "--role", "server-administrator"];
  expect(await rollcall.command(words, `${carla.password}\n`)).toMatchObject({ exitCode: 0 });
  await signIn(page, rollcall.url, carla);
  const api = await openApi(rollcall, "operator");
  const { sessions } = await api.roll("panel");
  const refs = sessions.filter(({ user }) => user === carla.login).map(({ ref }) => ref);
  await api.post("/api/v1/sessions/panel/act", { action: "remove", refs });
  await page.waitForURL("**/sign-in");
});

test("all times are right where the clock of the browser is a day off", async ({ page }) => {
  const nowMs = Date.now();
  host.signIn("anna", { logonAt: nowMs - 150 * minuteMs, inputAt: nowMs - 50 * minuteMs });
  const value = encodeURIComponent("comfortable idle logon");
  await page.context().addCookies([{ name: "layout-terminal", value, url: rollcall.url }]);
  await page.clock.setSystemTime(nowMs + dayMs);
  await watch(page, "terminal-sessions");
  await expect(rowOf(page, "anna", "2 h 30 min", "50 min")).toHaveCount(1);
  await expect(page.getByText(/^Checked (just now|\d s ago)$/)).toBeVisible();
  await rowOf(page, "anna").getByText("Logged in").click();
  const detail = page.getByRole("complementary", { name: "anna, Logged in" });
  await expect(detail).toContainText("2 h 30 min ago");
  await expect(detail).toContainText("for 50 min");
});

/** Opens a page of sessions and leaves it alone. */
async function watch(page: Page, path: string, url = rollcall.url): Promise<void> {
  await signIn(page, url);
  await page.goto(`${url}/tools-settings/${path}`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await pointAway(page);
}

function pointAway(page: Page): Promise<void> {
  return page.getByRole("heading", { level: 1 }).hover();
}

function usersOf(page: Page) {
  const choices = page.getByRole("checkbox", { name: /^Select the session of (?!unknown)/ });
  return page.getByRole("table").getByRole("row").filter({ has: choices });
}

function placesOf(page: Page, users: readonly string[]) {
  return Promise.all(users.map((user) => rowOf(page, user).boundingBox()));
}

/** Somebody logs out by themselves. */
function end(user: string): void {
  const place = host.sessions.findIndex((session) => session.user === user);
  host.sessions.splice(place, 1);
}
