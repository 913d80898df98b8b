import type { Locator } from "@playwright/test";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import {
  expect,
  expectAccessible,
  needs,
  openSessions,
  refresh,
  rowOf,
  test,
} from "./rollcall-test";

needs("chromium", "proftpd", "ss", "root");

let standalone: RealProftpd;
let underInetd: RealProftpd;
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  standalone = await startRealProftpd(["anna", "bruno"]);
  underInetd = await startRealProftpd(["carla", "dora"], { inetd: true });
  rollcall = await startRollcall({
    config: `servers:
  - name: web01
    via: local
    sources: [{ provider: proftpd, scoreboard: ${standalone.scoreboard} }]
  - name: web02
    via: local
    sources: [{ provider: proftpd, scoreboard: ${underInetd.scoreboard} }]
`,
  });
});
test.afterAll(async () => {
  await rollcall.stop();
  await underInetd.stop();
  await standalone.stop();
});

test("force is offered for a session that was asked to end and did not, and ends it", async ({
  page,
}) => {
  const anna = await standalone.logIn("anna");
  const bruno = await standalone.logIn("bruno");
  await openSessions(page, rollcall, "ftp");
  // A stopped process takes no signal but the hardest.
  process.kill(await processOf(rowOf(page, "anna")), "SIGSTOP");

  await rowOf(page, "anna").getByRole("checkbox").check();
  await page.getByRole("button", { name: "Remove" }).click();
  const force = page.getByRole("button", { name: "Force…" });
  await expect(force).toHaveCount(0);
  await page.getByRole("button", { name: "OK, remove session" }).click();
  const asked = page.getByRole("dialog", { name: "Remove 1 FTP session of anna?" });
  await expect(asked).toContainText("Asked, but it is still there", { timeout: 30_000 });
  await asked.getByRole("button", { name: "Close" }).click();

  await expect(rowOf(page, "bruno").getByRole("button", { name: "Force…" })).toHaveCount(0);
  await rowOf(page, "anna").getByRole("button", { name: "Force…" }).click();
  const forced = page.getByRole("dialog", { name: "Remove 1 FTP session of anna by force?" });
  await expect(forced).toContainText("without any chance to tidy up");
  await expectAccessible(page);
  await forced.getByRole("button", { name: "OK, remove session by force" }).click();
  await expect(page.getByRole("status")).toHaveText("1 removed by force");
  await expect(rowOf(page, "anna")).toHaveCount(0);
  await expect(rowOf(page, "bruno")).toHaveCount(1);
  await bruno.send("NOOP");
  anna.close();
  bruno.close();
});

test("a client that is gone, unnoticed by its server, is told from one that is idle", async ({
  page,
}) => {
  const anna = await standalone.logIn("anna");
  const bruno = await standalone.logIn("bruno");
  await openSessions(page, rollcall, "ftp");
  const pid = await processOf(rowOf(page, "anna"));
  process.kill(pid, "SIGSTOP");
  anna.close();
  await expect(async () => {
    await refresh(page);
    await expect(rowOf(page, "anna", "Client gone")).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await expect(rowOf(page, "anna", "The connection of the client is gone")).toHaveCount(1);
  await expect(rowOf(page, "bruno", "Idle")).toHaveCount(1);
  process.kill(pid, "SIGCONT");
  bruno.close();
});

test("entries that a killed session left are counted, and cleared by a click", async ({ page }) => {
  const carla = await underInetd.logIn("carla");
  const dora = await underInetd.logIn("dora");
  await openSessions(page, rollcall, "ftp");
  const topOfTable = async () => (await page.getByRole("table").boundingBox())?.y;
  const pid = await processOf(rowOf(page, "carla"));
  const top = await topOfTable();
  process.kill(pid, "SIGKILL");
  await expect(async () => {
    await refresh(page);
    await expect(rowOf(page, "carla", "ended")).toHaveCount(1, { timeout: 500 });
  }).toPass();

  const line = page.getByText("web02 · ProFTPD: entries of ended sessions are left");
  await expect(line).toBeVisible();
  expect(await topOfTable(), "the table stays where it is").toBe(top);
  await line.click();
  await expect(page.getByText("1 entry of an ended session is left")).toBeVisible();
  await page.getByRole("button", { name: "Clear them" }).click();
  await expect(page.getByRole("status")).toHaveText("Cleared.");
  await expect(page.getByText("of an ended session is left")).toHaveCount(0);
  await expect(rowOf(page, "dora")).toHaveCount(1);
  carla.close();
  dora.close();
});

test("a folder is shown as it is on the server, with the client's own view beside it", async ({
  page,
}) => {
  const anna = await standalone.logIn("anna");
  await openSessions(page, rollcall, "ftp");
  await expect(
    rowOf(page, "anna", standalone.home("anna"), "As the client sees it: /"),
  ).toHaveCount(1, { timeout: 30_000 });
  anna.close();
});

test("a script may remove by force, and only FTP sessions", async () => {
  const dora = await underInetd.logIn("dora");
  const token = await rollcall.command(["token", "add", "script", "--role", "operator"]);
  const env = { ROLLCALL_URL: rollcall.url, ROLLCALL_TOKEN: token.stdout.trim() };
  const { stdout } = await rollcall.command(["sessions", "ftp"], "", env);
  const [ref = "none"] =
    /\S+$/m.exec(stdout.split("\n").find((one) => one.includes("dora")) ?? "") ?? [];
  const forced = await rollcall.command(["act", "force-remove", ref], "", env);
  expect(forced).toMatchObject({ exitCode: 0, stdout: `${ref} done: Removed by force.\n` });
  await expect(dora.send("NOOP")).rejects.toThrow();
  const headers = { authorization: `Bearer ${token.stdout.trim()}` };
  const body = JSON.stringify({ action: "force-remove", refs: [ref] });
  const url = `${rollcall.url}/api/v1/sessions/terminal/act`;
  const refused = await fetch(url, { method: "POST", headers, body });
  expect(refused.status).toBe(400);
});

/** The process of the session, as the row itself names it. */
async function processOf(row: Locator): Promise<number> {
  const label = await row.getByRole("checkbox").getAttribute("aria-label");
  const [, pid] = /process (\d+)/.exec(label ?? "") ?? [];
  if (pid === undefined) throw new Error(`no process in "${label}"`);
  return Number(pid);
}
