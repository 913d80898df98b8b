import type { Locator, Page } from "@playwright/test";
import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { administrator, type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, needs, rowOf, test } from "./rollcall-test";
import { tabTo } from "./tab-to";
import { configOf } from "./terminal-hosts";

needs("chromium");

let host: WindowsHost;
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  host = await startWindowsHost();
  for (const user of ["anna", "bruno"]) host.signIn(user);
  rollcall = await startRollcall({ config: configOf({ ts01: host }) });
});
test.afterAll(async () => {
  await rollcall.stop();
  await host.stop();
});

async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

async function signInByKeyboard(page: Page): Promise<void> {
  await page.goto(`${rollcall.url}/sign-in`);
  await typeInto(page, page.getByLabel("Login"), administrator.login);
  await typeInto(page, page.getByLabel("Password"), administrator.password);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/tools-settings");
}

async function openTool(page: Page, name: string): Promise<void> {
  const tools = page.getByRole("navigation", { name: /^(Tools|Yours)$/ });
  await press(page, tools.getByRole("link", { name: new RegExp(`^${name}`) }));
  await expect(page.getByRole("heading", { name, level: 1, exact: true })).toBeVisible();
}

test("the whole job is done without a mouse: sign in, find, end, read what was done, sign out", async ({
  page,
}) => {
  await signInByKeyboard(page);
  const tools = page.getByRole("navigation", { name: "Tools" });
  await press(page, tools.getByRole("link", { name: /Terminal Sessions/ }));
  await expect(rowOf(page, "anna")).toBeVisible();
  await press(page, page.getByRole("button", { name: "Refresh" }));
  await press(page, rowOf(page, "anna").getByRole("checkbox"), "Space");
  await press(page, page.getByRole("button", { name: "Log Out" }));
  const dialog = page.getByRole("dialog", { name: "Log Out 1 terminal session of anna?" });
  await typeInto(page, dialog.getByLabel("Reason"), "left for the day");
  await press(page, dialog.getByRole("button", { name: "OK, log out session" }));
  await expect(page.getByRole("status")).toHaveText("1 logged out");
  expect(host.sessions.map(({ user }) => user)).not.toContain("anna");
  expect(host.sessions.map(({ user }) => user)).toContain("bruno");

  await openTool(page, "Audit");
  const entry = rowOf(page, "anna", "Log out session", "Done");
  await press(page, entry.getByRole("button"));
  await expect(page.getByText("left for the day")).toBeVisible();
  await press(page, page.getByRole("button", { name: "Sign out" }));
  await page.waitForURL("**/sign-in");
});

test("users, domains, servers, settings and the own pages are worked without a mouse", async ({
  page,
}) => {
  await signInByKeyboard(page);
  await openTool(page, "Users");
  await press(page, page.getByRole("button", { name: "Add user" }));
  const user = page.getByRole("dialog", { name: "Add a user" });
  await typeInto(page, user.getByLabel("Login", { exact: true }), "carl");
  await typeInto(page, user.getByLabel("Password"), "another long passphrase");
  await press(page, user.getByRole("button", { name: "Save user" }));
  await expect(rowOf(page, "carl", "Customer")).toBeVisible();

  await openTool(page, "Domains");
  await press(page, page.getByRole("button", { name: "Add domain" }).first());
  const domain = page.getByRole("dialog", { name: "Add a domain" });
  await typeInto(page, domain.getByLabel("Domain"), "alpha.example");
  await typeInto(page, domain.getByLabel("Customer"), "carl");
  await press(page, domain.getByRole("button", { name: "Save domain" }));
  await expect(rowOf(page, "alpha.example", "carl")).toBeVisible();

  await openTool(page, "Servers");
  await press(page, page.getByRole("button", { name: "Add server" }).first());
  await expect(page.getByRole("dialog", { name: "Add a server" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Add server" }).first()).toBeFocused();

  await openTool(page, "Settings");
  const customer = page.getByRole("group", { name: "Customer" });
  await typeInto(page, customer.getByLabel("Sessions at once"), "7");
  await press(page, page.getByRole("button", { name: "Save" }));
  await expect(page.getByText("Saved.")).toBeVisible();

  await openTool(page, "My account");
  await press(page, page.getByRole("button", { name: "Change password" }));
  await expect(page.getByRole("dialog", { name: "Change your password" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await openTool(page, "My sessions");
  await press(page, page.getByRole("link", { name: "Tools & Settings" }).first());
  await expect(page.getByRole("heading", { name: "Tools & Settings", level: 1 })).toBeVisible();
});
