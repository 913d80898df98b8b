import { openApi } from "@/tests/support/api";
import { administrator, type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, rowOf, signIn, test } from "./rollcall-test";

needs("chromium");

const carla = { login: "carla", password: "another long passphrase" };
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  rollcall = await startRollcall();
  const added = await rollcall.command(
    ["user", "add", carla.login, "--role", "customer"],
    `${carla.password}\n`,
  );
  expect(added).toMatchObject({ exitCode: 0, stderr: "" });
});
test.afterAll(() => rollcall.stop());

test("a removed session is at the sign-in page at once, its own pages too", async ({
  page,
  browser,
}) => {
  const other = await browser.newContext();
  const theirs = await other.newPage();
  await signIn(theirs, rollcall.url, carla);
  await signIn(page, rollcall.url);
  await page.goto(`${rollcall.url}/tools-settings/panel-sessions`);
  await expect(page.getByRole("heading", { name: "Active Panel Sessions" })).toBeVisible();
  for (const name of ["Type", "Login", "IP Address", "Logon Time", "Idle Time"]) {
    await expect(page.getByRole("columnheader", { name })).toBeVisible();
  }

  const own = rowOf(page, administrator.login, "You");
  await expect(own.getByRole("checkbox")).toBeDisabled();
  await rowOf(page, carla.login).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Remove" }).click();
  const dialog = page.getByRole("dialog", { name: /Remove 1 panel session of carla\?/ });
  await expect(dialog).toContainText("127.0.0.1");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: /^OK, remove/ }).click();
  await expect(page.getByRole("status")).toHaveText("1 removed");
  await expect(rowOf(page, carla.login)).toHaveCount(0);

  await expect(theirs).toHaveURL(/\/sign-in$/);
  const why = "Your session is over: ended by an administrator. Sign in to go on.";
  await expect(theirs.getByText(why)).toBeVisible();
  const asked = await theirs.request.get(`${rollcall.url}/api/v1/sessions/panel`);
  expect(asked.status()).toBe(401);
  await theirs.goto(`${rollcall.url}/tools-settings/panel-sessions`);
  await expect(theirs).toHaveURL(/\/sign-in$/);
  await other.close();
});

test("who may see only what is theirs sees only that", async ({ page }) => {
  await signIn(page, rollcall.url, carla);
  await page.goto(`${rollcall.url}/tools-settings/panel-sessions`);
  await expect(rowOf(page, carla.login)).toHaveCount(1);
  await expect(rowOf(page, administrator.login)).toHaveCount(0);
  for (const path of ["terminal-sessions", "servers", "domains"]) {
    await page.goto(`${rollcall.url}/tools-settings/${path}`);
    await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  }
});

test("a page that asks by itself does not count as activity", async ({ page }) => {
  // Without the live channel it asks every 5 s.
  await page.routeWebSocket(/\/live$/, (socket) => socket.close());
  await signIn(page, rollcall.url, carla);
  await page.goto(`${rollcall.url}/tools-settings/panel-sessions`);
  let asked = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") asked += 1;
  });
  await expect(page.getByText("Reconnecting…")).toBeVisible();
  const before = await idleOf();
  await expect.poll(() => asked, { timeout: 20_000 }).toBeGreaterThan(1);
  const after = await idleOf();
  expect(after).toBeGreaterThan(before);

  async function idleOf(): Promise<number> {
    const { sessions } = await (await openApi(rollcall, "viewer")).roll("panel");
    return sessions.findLast(({ user }) => user === carla.login)?.idleSeconds ?? Number.NaN;
  }
});
