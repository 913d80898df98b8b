import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPlainAccount, type PlainAccount } from "@/tests/support/plain-account";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { type RealSshd, startRealSshd } from "@/tests/support/real-sshd";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, openSessions, rowOf, test } from "./rollcall-test";

needs("chromium", "proftpd", "sshd", "sudo", "ss", "root");

let daemon: RealProftpd;
let account: PlainAccount;
let sshd: RealSshd;
let folder: string;
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  daemon = await startRealProftpd(["anna"]);
  account = await createPlainAccount((name) => `${name} ALL=(root) NOPASSWD: /usr/bin/true\n`);
  sshd = await startRealSshd({ account: account.name });
  folder = await mkdtemp(join(tmpdir(), "rollcall-key-"));
  const privateKeyFile = join(folder, "key");
  await writeFile(privateKeyFile, sshd.privateKey, { mode: 0o600 });
  rollcall = await startRollcall({
    config: `servers:
  - name: web01
    via:
      ssh: { host: ${sshd.host}, port: ${sshd.port}, user: ${account.name}, privateKeyFile: ${privateKeyFile}, hostKey: "${sshd.fingerprint}" }
    sources: [{ provider: proftpd, scoreboard: ${daemon.scoreboard} }]
`,
  });
});
test.afterAll(async () => {
  await rollcall.stop();
  await sshd.stop();
  await account.remove();
  await daemon.stop();
  await rm(folder, { recursive: true, force: true });
});

test("what an account may not do is told, with the exact line that lifts it", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const anna = await daemon.logIn("anna");
  await openSessions(page, rollcall, "ftp");
  await expect(rowOf(page, "anna")).toHaveCount(1);

  await page.getByText(/^web01 · ProFTPD: may not end sessions/).click();
  await expect(
    page.getByText("web01 · ProFTPD: 1 session, Rollcall may not end them"),
  ).toBeVisible();
  const line = `${account.name} ALL=(root) NOPASSWD: /usr/local/sbin/rollcall-end`;
  const box = page.getByText(line, { exact: true }).locator("..");
  await box.getByRole("button", { name: "Copy" }).click();
  await expect(box.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe(line);
  await expectAccessible(page);
  anna.close();
});

test("a folder that is known only as the client sees it is said to be that", async ({ page }) => {
  const anna = await daemon.logIn("anna");
  await openSessions(page, rollcall, "ftp");
  // What is slow to ask is asked seldom.
  await expect(rowOf(page, "anna", "As the client sees it.")).toHaveCount(1, { timeout: 30_000 });
  anna.close();
});

test("sessions lists what it can, and says on stderr what it cannot tell", async () => {
  const anna = await daemon.logIn("anna");
  const { stdout: token } = await rollcall.command(["token", "add", "reader"]);
  const env = { ROLLCALL_URL: rollcall.url, ROLLCALL_TOKEN: token.trim() };
  const { exitCode, stdout, stderr } = await rollcall.command(["sessions", "ftp"], "", env);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("anna");
  expect(stderr).toContain("web01/proftpd: The account of Rollcall may look, but may not end");
  anna.close();
});

test("check prints the same line, and still reports the source as answering", async () => {
  const { exitCode, stdout } = await rollcall.command(["check"]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^web01\/proftpd: answered, \d+ sessions?$/m);
  expect(stdout).toContain(
    `    ${account.name} ALL=(root) NOPASSWD: /usr/local/sbin/rollcall-end\n`,
  );
});
