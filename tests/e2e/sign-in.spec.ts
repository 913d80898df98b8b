import { administrator, type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, signIn, test } from "./rollcall-test";
import { setupLink } from "./setup-link";

needs("chromium");

let rollcall: RunningRollcall;
test.beforeAll(async () => {
  rollcall = await startRollcall({ withoutAdministrator: true });
});
test.afterAll(() => rollcall.stop());

test("the setup link makes the first administrator, once", async ({ page, browser }) => {
  const link = await setupLink(rollcall);
  await page.goto(link);
  await expectAccessible(page);
  await page.getByLabel("Login").fill(administrator.login);
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByLabel("Password again").fill("short");
  await page.getByRole("button", { name: "Create and sign in" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute(
    "aria-invalid",
    "true",
  );

  await page.getByLabel("Password", { exact: true }).fill(administrator.password);
  await page.getByLabel("Password again").fill(administrator.password);
  await page.getByRole("button", { name: "Create and sign in" }).click();
  await page.waitForURL("**/tools-settings/this-machine");

  const another = await browser.newContext();
  const late = await another.newPage();
  await late.goto(link);
  await expect(late.getByText("This link was used")).toBeVisible();
  await another.close();
});

test("a wrong password is turned away, and says nothing about the login", async ({ page }) => {
  await page.goto(`${rollcall.url}/sign-in`);
  await expectAccessible(page);
  // Browsers know none at an address without a name.
  await expect(page.getByRole("button", { name: /passkey/ })).toHaveCount(0);
  for (const login of [administrator.login, "nobody"]) {
    await page.getByLabel("Login").fill(login);
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("Login and password do not match.")).toBeVisible();
  }
});

test("signing in works before any script has loaded", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, rollcall.url);
  await expect(page.getByRole("heading", { name: "Tools & Settings" })).toBeVisible();
  await context.close();
});

test("who signed out is at the sign-in page, whatever they ask for", async ({ page }) => {
  await signIn(page, rollcall.url);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  for (const path of ["", "/panel-sessions", "/ftp-sessions", "/terminal-sessions"]) {
    await page.goto(`${rollcall.url}/tools-settings${path}`);
    await expect(page).toHaveURL(/\/sign-in$/);
  }
});

test("the cookie is out of reach of scripts, and of other sites", async ({ page, context }) => {
  await signIn(page, rollcall.url);
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ name: "rollcall", httpOnly: true, sameSite: "Lax", path: "/" });
});
