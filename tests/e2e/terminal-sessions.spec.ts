import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { openApi } from "@/tests/support/api";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, openSessions, rowOf, test } from "./rollcall-test";
import { configOf } from "./terminal-hosts";

needs("chromium");

let windows: WindowsHost;
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  windows = await startWindowsHost();
  const strange = { ...windows, fingerprint: `SHA256:${"x".repeat(43)}` };
  rollcall = await startRollcall({ config: configOf({ ts01: windows, ts02: strange }) });
});
test.afterAll(async () => {
  await rollcall.stop();
  await windows.stop();
});

const userNames = () => windows.sessions.map(({ user }) => user);

test("Log Out ends the chosen session and no other", async ({ page }) => {
  windows.signIn("anna");
  windows.signIn("bruno");
  await openSessions(page, rollcall, "terminal");
  await expect(
    page.getByRole("heading", { name: "Active Terminal Services Sessions" }),
  ).toBeVisible();
  await expect(page.getByRole("columnheader")).toContainText([
    "",
    "Status",
    "Name",
    "User",
    "Server",
  ]);
  await expect(rowOf(page, "anna", "Logged in", "ts01")).toHaveCount(1);
  await expectAccessible(page);

  await rowOf(page, "anna").getByRole("checkbox").check();
  await page.getByRole("button", { name: "Log Out" }).click();
  const dialog = page.getByRole("dialog", { name: "Log Out 1 terminal session of anna?" });
  await expect(dialog).toContainText("Unsaved work is lost");
  await dialog.getByRole("button", { name: /^OK, log out/ }).click();
  await expect(page.getByRole("status")).toHaveText("1 logged out");
  await expect(rowOf(page, "anna")).toHaveCount(0);
  expect(userNames()).toContain("bruno");
  expect(userNames()).not.toContain("anna");
  expect(windows.endedItself).toBe(false);
});

test("Disconnect leaves the session there, disconnected", async ({ page }) => {
  windows.signIn("carla");
  await openSessions(page, rollcall, "terminal");
  await rowOf(page, "carla").getByRole("checkbox").check();
  await page.getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByRole("dialog")).toContainText(/keep running/);
  await page.getByRole("button", { name: /^OK, disconnect/ }).click();
  await expect(page.getByRole("status")).toHaveText("1 disconnected");
  await expect(rowOf(page, "carla", "Disconnected")).toHaveCount(1);
  expect(userNames()).toContain("carla");
});

test("services and listeners are behind a switch, and cannot be chosen", async ({ page }) => {
  await openSessions(page, rollcall, "terminal");
  await expect(rowOf(page, "services")).toHaveCount(0);
  await page.getByLabel("Show services and listeners").check();
  for (const name of ["services", "rdp-tcp"]) {
    const shown = page.getByText(name, { exact: true });
    const box = page.getByRole("row").filter({ has: shown }).getByRole("checkbox");
    await box.click({ force: true });
    await expect(box).not.toBeChecked();
    await expect(box).toHaveAccessibleDescription(/never ended from here/);
  }
});

test("a host whose key is not the pinned one is silent, is sent no password, and says so", async ({
  page,
}) => {
  const before = windows.loginAttempts();
  await openSessions(page, rollcall, "terminal");
  await expect(page.getByText(/ts02 is not trusted/).first()).toBeVisible();
  expect(windows.loginAttempts()).toBe(before);
});

test("ten who press Refresh at once cause one question to the server", async () => {
  const api = await openApi(rollcall, "viewer");
  await api.roll("terminal");
  windows.behaviour.listingTakesMs = 1000;
  const questions = () => windows.commands().filter((line) => line.includes("query session"));
  const before = questions().length;
  await Promise.all(Array.from({ length: 10 }, () => api.roll("terminal")));
  expect(questions().length - before).toBe(1);
  windows.behaviour.listingTakesMs = 0;
});

test("a refresh shows what happened right before it", async () => {
  const api = await openApi(rollcall, "viewer");
  for (const user of ["dora", "emil", "frida"]) {
    windows.signIn(user);
    const { sessions } = await api.roll("terminal");
    expect(sessions.map((session) => session.user)).toContain(user);
  }
});
