import type { Page } from "@playwright/test";
import { WebSocket } from "ws";
import { closeCodeOf } from "@/tests/support/live-hub";
import { administrator, type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, rowOf, signIn, test } from "./rollcall-test";

needs("chromium");

const password = "another long passphrase";
const kurt = { login: "kurt", password };
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  rollcall = await startRollcall();
  await add("rudi", "reseller");
  await add("vera", "server-administrator", "--viewer");
  await add("kurt", "customer", "--owner", "rudi", "--name", "\u202e<img src=x onerror=alert(1)>");
});
test.afterAll(() => rollcall.stop());

async function add(login: string, role: string, ...more: string[]): Promise<void> {
  const words = ["user", "add", login, "--role", role, ...more];
  expect(await rollcall.command(words, `${password}\n`)).toMatchObject({ exitCode: 0 });
}

async function openUsers(page: Page, person: typeof kurt = administrator): Promise<void> {
  await signIn(page, rollcall.url, person);
  await page.goto(`${rollcall.url}/tools-settings/users`);
}

/** Asks what the button asks, and gives the consent. */
async function consent(page: Page, button: string, said: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: button });
  await expect(dialog).toContainText(said);
  await dialog.getByRole("button", { name: /^OK, / }).click();
  await expect(dialog).toHaveCount(0);
}

test("a user is added when every field will do, and what will not stands beside it", async ({
  page,
}) => {
  await openUsers(page);
  await page.getByRole("button", { name: "Add user" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a user" });
  const save = () => dialog.getByRole("button", { name: "Save user" }).click();
  await dialog.getByLabel("Login", { exact: true }).fill("no good");
  await dialog.getByLabel("Owner").fill("nobody");
  await dialog.getByLabel("Password").fill("short");
  await save();
  for (const label of ["Login", "Password"]) {
    await expect(dialog.getByLabel(label, { exact: true })).toHaveAttribute("aria-invalid", "true");
  }
  await expect(dialog.getByLabel("Login", { exact: true })).toBeFocused();
  await expectAccessible(page);
  await dialog.getByLabel("Login", { exact: true }).fill("karla");
  await dialog.getByLabel("Password").fill(password);
  await save();
  await expect(dialog).toContainText("There is no reseller with the login nobody.");
  await dialog.getByLabel("Owner").fill("rudi");
  await save();
  await expect(dialog).toHaveCount(0);
  await expect(rowOf(page, "karla", "Customer", "rudi")).toBeVisible();

  await expect(rowOf(page, "kurt")).toContainText("[U+202E]<img");
  await page.getByRole("searchbox").fill("kar");
  await expect(rowOf(page, "kurt")).toHaveCount(0);
  await expect(rowOf(page, "karla")).toHaveCount(1);
  await expectAccessible(page);
});

test("disabling a user closes what is open there, and a deleted one is gone", async ({
  page,
  browser,
}) => {
  const context = await browser.newContext();
  const theirs = await context.newPage();
  await signIn(theirs, rollcall.url, kurt);
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const headers = { cookie, origin: rollcall.url };
  const socket = new WebSocket(`${rollcall.url.replace("http", "ws")}/live`, { headers });
  const closed = closeCodeOf(socket);

  await openUsers(page);
  await consent(page, "Disable kurt", "1 session of kurt ends at once");
  expect(await closed).toBe(4401);
  await expect(theirs).toHaveURL(/\/sign-in$/);
  await expect(rowOf(page, "kurt", "Disabled")).toBeVisible();
  await consent(page, "Enable kurt", "kurt can sign in again");

  await signIn(theirs, rollcall.url, kurt);
  await page.reload();
  await page.getByRole("button", { name: "Change kurt" }).click();
  const changing = page.getByRole("dialog", { name: "Change kurt" });
  await changing.getByLabel("Viewer").check();
  await expect(changing.getByRole("status")).toHaveText(/^Saving ends 1 session of this user/);
  await changing.getByRole("button", { name: "Save user" }).click();
  await expect(theirs).toHaveURL(/\/sign-in$/);
  await expect(rowOf(page, "kurt", "Viewer")).toBeVisible();

  await page.getByRole("button", { name: "Set a password for kurt" }).click();
  const setting = page.getByRole("dialog", { name: "Set a password for kurt?" });
  await setting.getByLabel("New password").fill(`${password} again`);
  await setting.getByRole("button", { name: "Set password" }).click();
  await expect(setting).toHaveCount(0);
  await signIn(theirs, rollcall.url, { ...kurt, password: `${password} again` });

  await page.getByRole("button", { name: "Delete rudi" }).click();
  const refused = page.getByRole("dialog", { name: "Delete rudi?" });
  await refused.getByRole("button", { name: "OK, delete user" }).click();
  await expect(refused.getByRole("alert")).toContainText(/rudi owns .*kurt/);
  await refused.getByRole("button", { name: "Cancel" }).click();
  await consent(page, "Delete kurt", "kurt");
  await expect(theirs).toHaveURL(/\/sign-in$/);
  await expect(rowOf(page, "kurt")).toHaveCount(0);
  await context.close();
});

test("administrators who are viewers see the users only, and others have no such page", async ({
  page,
}) => {
  await openUsers(page, { login: "vera", password });
  await expect(rowOf(page, "vera", "Viewer")).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Add|Change|Delete|Disable)/ })).toHaveCount(0);
  await page.context().clearCookies();
  await openUsers(page, { login: "rudi", password });
  await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
});
