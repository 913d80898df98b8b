import type { Locator, Page } from "@playwright/test";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { administrator, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, rowOf, signIn, test } from "./rollcall-test";
import { setupLink } from "./setup-link";
import { tabTo } from "./tab-to";

needs("chromium", "proftpd", "root");

/** Of this test alone, for daemons of other tests on this machine are found too. */
const ftpUser = "first-run";

let proftpd: RealProftpd;
let client: Awaited<ReturnType<RealProftpd["logIn"]>>;
test.beforeAll(async () => {
  proftpd = await startRealProftpd([ftpUser]);
  client = await proftpd.logIn(ftpUser);
});
test.afterAll(async () => {
  client.close();
  await proftpd.stop();
});

const title = "What runs on this machine?";

/** The daemon of this test: others may have daemons of their own on this machine. */
function itemOf(page: Page): Locator {
  return page.getByRole("listitem").filter({ hasText: `scoreboard ${proftpd.scoreboard}` });
}

test("leads from the setup link to the sessions of this machine, by keyboard alone", async ({
  page,
}) => {
  const rollcall = await startRollcall({ withoutAdministrator: true });
  try {
    const link = await setupLink(rollcall);
    await page.goto(link.slice(0, -1));
    await expect(page.getByText("This link does not hold any more")).toBeVisible();
    await page.goto(`${rollcall.url}/sign-in`);
    await expect(page.getByText("Nobody can sign in yet")).toBeVisible();
    await expectAccessible(page);
    await page.goto(link);
    for (const [label, text] of [
      ["Login", administrator.login],
      ["Password", administrator.password],
      ["Password again", administrator.password],
    ] as const) {
      await tabTo(page, page.getByLabel(label, { exact: true }));
      await page.keyboard.type(text);
    }
    await page.keyboard.press("Enter");

    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    const item = itemOf(page);
    await expect(item).toContainText(/ProFTPD .*1 session now, Rollcall may end them/);
    await expectAccessible(page);
    const daemon = item.getByRole("switch");
    await expect(daemon).toBeChecked();
    await tabTo(page, daemon);
    await page.keyboard.press("Space");
    await expect(page.getByText("ProFTPD is not listed any more.")).toBeAttached();
    await page.reload();
    await expect(itemOf(page)).toContainText("not listed");
    await tabTo(page, itemOf(page).getByRole("switch"));
    await page.keyboard.press("Space");
    await expect(page.getByText("ProFTPD is listed.")).toBeAttached();

    await tabTo(page, page.getByRole("link", { name: "See the sessions" }));
    await page.keyboard.press("Enter");
    await page.waitForURL("**/ftp-sessions");
    await expect(rowOf(page, ftpUser)).toBeVisible();
  } finally {
    await rollcall.stop();
  }
});

test("is found again on the Servers page, and leads to adding a server", async ({ page }) => {
  const rollcall = await startRollcall();
  try {
    await signIn(page, rollcall.url);
    await page.goto(`${rollcall.url}/tools-settings/servers`);
    await page.getByRole("link", { name: title }).first().click();
    await expect(itemOf(page).getByRole("switch")).toBeChecked();
    await client.send("NOOP");
    await page.getByRole("button", { name: "Look again" }).click();
    await expect(page.getByText("Looked again.")).toBeAttached();

    await page.getByRole("link", { name: "Add a server" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a server" });
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole("heading", { name: "Servers", exact: true })).toBeVisible();
    await expect(dialog).toHaveCount(0);
  } finally {
    await rollcall.stop();
  }
});

test("comes after a second factor too, or after the longer password", async ({ browser }) => {
  const rollcall = await startRollcall({ withoutAdministrator: true });
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(await setupLink(rollcall));
    await page.getByLabel("Login").fill(administrator.login);
    await page.getByLabel("Password", { exact: true }).fill("short of it");
    await page.getByLabel("Password again").fill("short of it");
    await page.getByRole("button", { name: "Create and sign in" }).click();
    const longer = page.locator("form").filter({ has: page.getByLabel(/again/) });
    for (const field of await longer.locator("input[type=password]").all()) {
      await field.fill(administrator.password);
    }
    await longer.getByRole("button").click();
    await page.waitForURL("**/this-machine");
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
  } finally {
    await context.close();
    await rollcall.stop();
  }
});

test("shows what the configuration file says of this machine, and changes nothing of it", async ({
  page,
}) => {
  const sources = `[{ provider: proftpd, scoreboard: ${proftpd.scoreboard} }]`;
  const config = `servers: [{ name: mine, via: local, sources: ${sources} }]`;
  const rollcall = await startRollcall({ config });
  try {
    await signIn(page, rollcall.url);
    await page.goto(`${rollcall.url}/tools-settings/this-machine`);
    await expect(
      page.getByText("rollcall.yaml says what is listed of this machine."),
    ).toBeVisible();
    await expect(page.getByRole("article")).toContainText(/mine.*ProFTPD: 1 session/);
    await expect(page.getByRole("switch")).toHaveCount(0);
    await expectAccessible(page);
  } finally {
    await rollcall.stop();
  }
});

test("where nothing is listed, who may act is led on, and who may only see is told whom to ask", async ({
  page,
  browser,
}) => {
  const rollcall = await startRollcall({ config: "servers: []" });
  const context = await browser.newContext();
  try {
    const viewer = { login: "vera", password: administrator.password };
    const role = ["--role", "server-administrator", "--viewer"];
    await rollcall.command(["user", "add", viewer.login, ...role], `${viewer.password}\n`);
    await signIn(page, rollcall.url);
    await page.goto(`${rollcall.url}/tools-settings/ftp-sessions`);
    await expect(page.getByRole("link", { name: title })).toBeVisible();
    await page.getByRole("link", { name: "Add a server" }).click();
    await expect(page.getByRole("dialog", { name: "Add a server" })).toBeVisible();

    const seeing = await context.newPage();
    await signIn(seeing, rollcall.url, viewer);
    for (const path of ["ftp-sessions", "terminal-sessions", "servers", "domains"]) {
      await seeing.goto(`${rollcall.url}/tools-settings/${path}`);
      await expect(seeing.getByText(/^A server administrator who may act can add/)).toBeVisible();
      await expect(seeing.getByRole("main").getByRole("link", { name: /Add|runs/ })).toHaveCount(0);
    }
    await seeing.goto(`${rollcall.url}/tools-settings/this-machine`);
    await expect(seeing.getByText("There is no such page")).toBeVisible();
  } finally {
    await context.close();
    await rollcall.stop();
  }
});
