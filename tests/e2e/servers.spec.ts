import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { type RealSshd, startRealSshd } from "@/tests/support/real-sshd";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, rowOf, signIn, test } from "./rollcall-test";
import {
  addWindows,
  openServers,
  saveServer,
  startExchangeablePort,
  typePassword,
  typeServer,
} from "./servers-page";
import { configOf } from "./terminal-hosts";

needs("chromium", "proftpd", "sshd");

let daemon: RealProftpd;
let sshd: RealSshd;
test.beforeAll(async () => {
  [daemon, sshd] = await Promise.all([startRealProftpd(["anna"]), startRealSshd()]);
});
test.afterAll(() => Promise.all([daemon.stop(), sshd.stop()]));

let host: WindowsHost;
let rollcall: RunningRollcall;
test.beforeEach(async () => {
  host = await startWindowsHost();
  rollcall = await startRollcall({ config: configOf({ fixed01: host }) });
});
test.afterEach(() => Promise.all([rollcall.stop(), host.stop()]));

const keyFile = () => ({
  name: "id_ed25519",
  mimeType: "text/plain",
  buffer: Buffer.from(sshd.privateKey),
});

test("a server is added, from nothing to its sessions on the FTP page", async ({ page }) => {
  const anna = await daemon.logIn("anna");
  await openServers(page, rollcall);
  const dialog = await typeServer(page, { ...sshd, name: "web01" });
  await dialog.getByLabel("Choose file").setInputFiles(keyFile());
  await expect(dialog.getByLabel("Private key").last()).toHaveValue(sshd.privateKey);
  await dialog.getByRole("button", { name: "Find out" }).click();
  await expect(dialog.getByText(sshd.fingerprint)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Accept this key" }).click();
  const found = dialog.getByRole("listitem").filter({ hasText: daemon.scoreboard });
  await expect(found).toContainText(/ProFTPD 1\.\d.* · 1 session now, Rollcall may end them/);
  await expectAccessible(page);
  // This machine may run other daemons too.
  for (const each of await dialog.getByRole("checkbox").all()) await each.uncheck();
  await found.getByRole("checkbox").check();
  await saveServer(dialog);
  await expect(rowOf(page, "web01", "Answered", "ProFTPD 1")).toHaveCount(1);
  await expect(page.getByText("web01 is saved.")).toBeAttached();

  await page.goto(`${rollcall.url}/tools-settings/ftp-sessions`);
  await expect(rowOf(page, "anna")).toHaveCount(1);
  anna.close();
});

test("nobody logs in before the key is accepted, and a wrong password is told", async ({
  page,
}) => {
  const server = await startWindowsHost();
  await openServers(page, rollcall);
  const dialog = await typeServer(page, { ...server, name: "ts01" });
  await typePassword(dialog, "wrong");
  await dialog.getByRole("button", { name: "Find out" }).click();
  await expect(dialog.getByText(server.fingerprint)).toBeVisible();
  expect(server.loginAttempts()).toBe(0);
  await dialog.getByRole("button", { name: "Accept this key" }).click();
  await expect(dialog.getByRole("alert")).toContainText("ts01 did not allow it");
  await expect(dialog.getByLabel("Name")).toHaveValue("ts01");
  await expect(dialog.getByLabel("Password", { exact: true }).last()).toHaveValue("wrong");

  await typePassword(dialog, server.password);
  await dialog.getByRole("button", { name: "Find out" }).click();
  await expect(dialog.getByText(/ · answered in \d+ ms$/)).toBeVisible();
  await expect(dialog.getByRole("checkbox", { name: /Windows/ })).toBeChecked();
  await server.stop();
});

test("what was typed wrong is told beside its field, and nothing typed is lost", async ({
  page,
}) => {
  await openServers(page, rollcall);
  const dialog = await typeServer(page, { name: "fixed01", host: "x y", port: 99_999, user: "r" });
  await dialog.getByRole("button", { name: "Save server" }).click();
  await expect(dialog.getByLabel("Address")).toBeFocused();
  await expect(dialog.getByLabel("Address")).toHaveAccessibleDescription(
    "Must be a host name or an address.",
  );
  await expect(dialog.getByLabel("Port")).toHaveAccessibleDescription(
    "Must be a number from 1 to 65535.",
  );
  await dialog.getByRole("radio", { name: "This machine" }).check();
  await dialog.getByRole("button", { name: "Save server" }).click();
  await expect(dialog.getByLabel("Name")).toHaveAccessibleDescription(/is the name of a server/);
  await expect(dialog.getByText("Switch on at least one.")).toBeVisible();
  await expect(dialog.getByLabel("Name")).toHaveValue("fixed01");
  await expectAccessible(page);
});

test("an edited server keeps what logs in, which no browser is ever sent", async ({ page }) => {
  const server = await startWindowsHost();
  server.signIn("anna");
  const answers: Promise<string>[] = [];
  page.on("response", (response) => answers.push(response.text().catch(() => "")));
  await openServers(page, rollcall);
  await addWindows(page, { ...server, name: "ts01" });

  await page.getByRole("button", { name: "Edit ts01" }).click();
  const editing = page.getByRole("dialog", { name: "Edit ts01" });
  await expect(editing.getByText("A password is stored. It is not shown again.")).toBeVisible();
  await expectAccessible(page);
  await editing.getByLabel("Name").fill("ts02");
  await saveServer(editing);
  await expect(rowOf(page, "ts01")).toHaveCount(0);
  await expect(rowOf(page, "ts02", "Answered")).toHaveCount(1);
  await page.goto(`${rollcall.url}/tools-settings/terminal-sessions`);
  await expect(rowOf(page, "anna", "ts02")).toHaveCount(1);
  expect((await Promise.all(answers)).join("")).not.toContain(server.password);
  await server.stop();
});

test("a key that has changed is told in red, with both, and gets no password", async ({ page }) => {
  const [before, after] = await Promise.all([startWindowsHost(), startWindowsHost()]);
  const port = await startExchangeablePort(before.port);
  await openServers(page, rollcall);
  await addWindows(page, { ...before, port: port.port, name: "ts01" });
  await expect(rowOf(page, "ts01", "Answered")).toHaveCount(1);

  port.exchange(after.port);
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(rowOf(page, "ts01", "Stale for")).toHaveCount(1);
  await expect(page.getByText(/^ts01 is not trusted: .* compared the key/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Review ts01" }).click();
  const editing = page.getByRole("dialog", { name: "Edit ts01" });
  const warning = editing.getByRole("heading", { name: "The host key has changed" }).locator("..");
  await expect(warning).toContainText(before.fingerprint);
  await expect(warning).toContainText(after.fingerprint);
  await expect(warning.getByRole("button", { name: "Accept the new key" })).toBeVisible();
  expect(after.loginAttempts()).toBe(0);
  await expectAccessible(page);

  await page.goto(`${rollcall.url}/tools-settings`);
  await page.getByRole("link", { name: "Review host key: ts01" }).click();
  await expect(editing).toBeVisible();

  await page.goto(`${rollcall.url}/tools-settings/terminal-sessions`);
  await page.getByRole("link", { name: "Review ts01" }).click();
  await expect(warning).toContainText(after.fingerprint);
  await port.stop();
  await Promise.all([before.stop(), after.stop()]);
});

test("a deleted server is not watched any more, and the dialog names what is not", async ({
  page,
}) => {
  const server = await startWindowsHost();
  server.signIn("anna");
  await openServers(page, rollcall);
  await addWindows(page, { ...server, name: "ts01" });
  await expect(rowOf(page, "ts01", "Answered")).toHaveCount(1);

  await page.getByRole("button", { name: "Delete ts01" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete server ts01?" });
  // Windows always has one at the console, with nobody signed in.
  await expect(dialog.getByRole("listitem")).toHaveText(
    "Windows Terminal Services, 2 sessions now",
  );
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "OK, delete server" }).click();
  await expect(rowOf(page, "ts01")).toHaveCount(0);
  await page.goto(`${rollcall.url}/tools-settings/terminal-sessions`);
  await expect(rowOf(page, "anna")).toHaveCount(0);
  await server.stop();
});

test("servers of the configuration file are shown, but not to be changed", async ({ page }) => {
  await openServers(page, rollcall);
  await expect(rowOf(page, "fixed01", "in rollcall.yaml", "Answered")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Edit fixed01" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Delete fixed01" })).toHaveCount(0);
});

test("only server administrators see the page and its card", async ({ page }) => {
  const customer = { login: "carl", password: "a customer's long passphrase" };
  const words = ["user", "add", customer.login, "--role", "customer"];
  expect((await rollcall.command(words, `${customer.password}\n`)).exitCode).toBe(0);
  await signIn(page, rollcall.url, customer);
  await expect(page.getByRole("link", { name: "Servers" })).toHaveCount(0);
  await page.goto(`${rollcall.url}/tools-settings/servers`);
  await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  await expect(page.getByText("fixed01")).toHaveCount(0);
});

test("nothing scrolls sideways, on a phone and on a small screen", async ({ page }) => {
  await openServers(page, rollcall);
  for (const width of [390, 1024]) {
    await page.setViewportSize({ width, height: 844 });
    const isWider = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
    expect(await page.evaluate(isWider), `${width} px`).toBe(false);
    await expectAccessible(page);
  }
});
