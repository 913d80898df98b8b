import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, signIn, test } from "./rollcall-test";

needs("chromium");

const password = "a long enough passphrase";
const anna = { login: "anna", password };
const viewer = { login: "viewer", password };

let rollcall: RunningRollcall;
test.beforeAll(async () => {
  rollcall = await startRollcall();
  const add = (login: string, ...given: readonly string[]) =>
    rollcall.command(["user", "add", login, ...given], `${password}\n`);
  await add("anna", "--role", "customer");
  await add("viewer", "--role", "server-administrator", "--viewer");
});
test.afterAll(() => rollcall.stop());

test("how many sessions a role may have is refused or makes room, as the settings say", async ({
  page,
  browser,
}) => {
  const another = await browser.newContext();
  const [first, second] = [await another.newPage(), await (await browser.newContext()).newPage()];
  await signIn(first, rollcall.url, anna);

  await signIn(page, rollcall.url);
  await page.getByRole("link", { name: "Settings", exact: true }).first().click();
  const customer = page.getByRole("group", { name: "Customer" });
  await customer.getByLabel("Sessions at once").fill("0");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Nothing was saved")).toBeVisible();
  await expect(customer.getByLabel("Sessions at once")).toBeFocused();
  await customer.getByLabel("Sessions at once").fill("1");
  await expect(page.getByText("Nothing was saved")).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  await second.goto(`${rollcall.url}/sign-in`);
  await second.getByLabel("Login").fill(anna.login);
  await second.getByLabel("Password").fill("not the password");
  await second.getByRole("button", { name: "Sign in" }).click();
  await expect(second.getByText("Login and password do not match.")).toBeVisible();
  await second.getByLabel("Password").fill(anna.password);
  await second.getByRole("button", { name: "Sign in" }).click();
  await expect(second.getByText("as many as your role may have")).toBeVisible();

  await page.reload();
  await customer.getByText("Ends the oldest").click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await signIn(second, rollcall.url, anna);
  await first.waitForURL("**/sign-in**");
});

test("who may not act sees the settings and cannot change them, and nobody else sees them", async ({
  page,
}) => {
  await signIn(page, rollcall.url, viewer);
  await page.goto(`${rollcall.url}/tools-settings/settings`);
  await expect(page.getByText("Server Administrator, viewer")).toBeVisible();
  await expect(page.getByRole("main").getByText("not change them")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await expect(page.getByLabel("Longest in all").first()).not.toBeEditable();

  await page.context().clearCookies();
  await signIn(page, rollcall.url, anna);
  await page.goto(`${rollcall.url}/tools-settings/settings`);
  await expect(page.getByText("There is no such page")).toBeVisible();
});
