import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { toRefText } from "@/lib/sessions/ref-text";
import {
  addAdministrator,
  addAuthenticator,
  addSessions,
  type Credentials,
  forgetProofs,
  openApp,
  typePassword,
} from "@/tests/support/account-person";
import { freePort } from "@/tests/support/free-port";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, signIn, test } from "./rollcall-test";

needs("chromium");

let folder: string;
let rollcall: RunningRollcall;
let url: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-account-"));
  const port = await freePort();
  // Browsers know passkeys at a name only.
  url = `http://localhost:${port}`;
  const env = { PORT: String(port), ROLLCALL_URL: url, ROLLCALL_DATA: folder };
  rollcall = await startRollcall({ env });
});
test.afterAll(async () => {
  await rollcall.stop();
  await rm(folder, { recursive: true });
});

async function openAccount(page: Page, person: Credentials) {
  await signIn(page, url, person);
  await page.goto(`${url}/tools-settings/my-account`);
}

/** As a person does who comes back on another day. */
async function forgetBrowser(page: Page) {
  await page.context().clearCookies();
  await page.goto(`${url}/sign-in`);
}

test("an authenticator app and its backup codes stand between the password and the panel", async ({
  page,
  browser,
}) => {
  const anna = await addAdministrator(rollcall, "anna", "a sentence of her own");
  await openAccount(page, anna);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Set up" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("img", { name: /QR code/ })).toBeVisible();
  const app = openApp(await dialog.locator("code").innerText());
  await dialog.getByLabel("Code from the app").fill("000000");
  await dialog.getByRole("button", { name: "Turn on" }).click();
  await expect(dialog.getByText("That code does not hold")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Code from the app").fill(app.nextCode());
  await dialog.getByRole("button", { name: "Turn on" }).click();
  const list = page.getByRole("region", { name: "Your backup codes" }).getByRole("listitem");
  await expect(list).toHaveCount(10);
  const codes = await list.allInnerTexts();
  await expectAccessible(page);
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 codes left")).toBeVisible();

  await forgetBrowser(page);
  await typePassword(page, url, anna);
  await expect(page.getByRole("heading", { name: "Second factor" })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${url}/tools-settings`);
  await page.waitForURL("**/sign-in");
  await page.getByLabel("Code").fill("000000");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("That code does not hold")).toBeVisible();
  await page.getByLabel("Code").fill(app.nextCode());
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/tools-settings");

  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  for (const isFirst of [true, false]) {
    await typePassword(plain, url, anna);
    await plain.getByLabel("Code").fill(codes[0] ?? "");
    await plain.getByRole("button", { name: "Sign in", exact: true }).click();
    if (isFirst) await plain.waitForURL("**/tools-settings");
    else await expect(plain.getByText("it was used before")).toBeVisible();
  }
  await context.close();
});

test("a passkey signs in alone, stands beside the password, and proves who is there", async ({
  page,
}) => {
  const bruno = await addAdministrator(rollcall, "bruno", "a sentence of his own");
  await addAuthenticator(page);
  await openAccount(page, bruno);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByLabel("Name").fill("Laptop");
  await page.getByRole("button", { name: "Add passkey" }).click();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Laptop" })).toContainText(
    "not used yet",
  );

  await forgetBrowser(page);
  await page.getByRole("button", { name: "Use a passkey instead" }).click();
  await page.waitForURL("**/tools-settings");
  await forgetBrowser(page);
  await typePassword(page, url, bruno);
  await page.getByRole("button", { name: "Use a passkey", exact: true }).click();
  await page.waitForURL("**/tools-settings");

  forgetProofs(folder);
  await page.goto(`${url}/tools-settings/my-account`);
  await page.getByRole("button", { name: "Rename passkey Laptop" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Old laptop");
  await page.getByRole("button", { name: "Save name" }).click();
  const proof = page.getByRole("dialog", { name: "Is it still you?" });
  await proof.getByRole("radio", { name: "Passkey" }).check();
  await expectAccessible(page);
  await proof.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("The passkey is now called Old laptop.")).toBeVisible();

  await page.getByRole("button", { name: "Remove passkey Old laptop" }).click();
  await page.getByRole("dialog").getByLabel("Password").fill(bruno.password);
  await page.getByRole("button", { name: "OK, remove" }).click();
  await expect(page.getByText("The passkey Old laptop is removed.")).toBeVisible();
  await expect(page.getByText("They come with your first second factor.")).toBeVisible();
});

/** As a script in the page could, with refs of sessions that are nowhere. */
async function actByCookie(page: Page, count: number) {
  const ref = toRefText({ sourceId: "none", id: "none", user: null, start: null, name: null });
  const body = { action: "remove", refs: Array(count).fill(ref) };
  const answer = await page.request.post(`${url}/api/v1/sessions/panel/act`, {
    headers: { origin: url },
    data: body,
  });
  const { error } = z
    .object({ error: z.object({ code: z.string() }).optional() })
    .parse(await answer.json());
  return { status: answer.status(), ...(error && { code: error.code }) };
}

test("who left the page open is asked again before what reaches far, and loses nothing", async ({
  page,
}) => {
  const carla = await addAdministrator(rollcall, "carla", "a sentence for carla");
  await addAdministrator(rollcall, "dora", "a sentence for dora");
  await signIn(page, url, carla);
  addSessions(folder, "dora", 21);
  forgetProofs(folder);
  await page.goto(`${url}/tools-settings/panel-sessions?search=dora`);
  await page.getByRole("checkbox", { name: /all/i }).check();
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByLabel("Type 21 to confirm").fill("21");
  await page.getByRole("button", { name: "OK, remove 21 sessions" }).click();
  const proof = page.getByRole("dialog", { name: "Is it still you?" });
  expect(await actByCookie(page, 21)).toEqual({ status: 403, code: "proof-needed" });
  expect(await actByCookie(page, 20)).toEqual({ status: 200 });
  await expectAccessible(page);
  await proof.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was done" })).toBeVisible();
  await expect(page.getByRole("button", { name: "OK, remove 21 sessions" })).toBeFocused();
  await page.getByRole("button", { name: "OK, remove 21 sessions" }).click();
  await proof.getByLabel("Password").fill("not the password");
  await proof.getByRole("button", { name: "Go on" }).click();
  await expect(proof.getByText("That is not your password.")).toBeVisible();
  await proof.getByLabel("Password").fill(carla.password);
  await proof.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("21 removed").first()).toBeVisible();

  addSessions(folder, "carla", 21);
  forgetProofs(folder);
  await page.goto(`${url}/tools-settings/my-sessions`);
  await page.getByRole("button", { name: "End all others" }).click();
  await page.getByRole("button", { name: "OK, end sessions" }).click();
  await proof.getByLabel("Password").fill(carla.password);
  await proof.getByRole("button", { name: "Go on" }).click();
  const open = page.getByRole("region", { name: "Signed in now" });
  await expect(open.getByRole("listitem")).toHaveCount(1);
});

test("a password of fewer than 15 characters lets nobody in before a factor is set up", async ({
  browser,
}) => {
  const emil = await addAdministrator(rollcall, "emil", "short of it");
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await typePassword(page, url, emil);
  await expect(page.getByRole("heading", { name: "Set up a second factor" })).toBeVisible();
  await page.goto(`${url}/tools-settings`);
  await page.waitForURL("**/sign-in");
  const app = openApp(await page.locator("code").innerText());
  await page.getByLabel("Code from the app").fill(app.nextCode());
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByRole("listitem")).toHaveCount(10);
  await page.getByRole("button", { name: "Go on to Rollcall" }).click();
  await page.waitForURL("**/tools-settings");
  await context.close();
});
