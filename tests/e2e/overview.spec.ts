import type { Page } from "@playwright/test";
import { freePort } from "@/tests/support/free-port";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, rowOf, signIn, test } from "./rollcall-test";

needs("chromium", "proftpd");

const password = "another long passphrase";

let daemon: RealProftpd;
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  daemon = await startRealProftpd(["anna", "bert"]);
  rollcall = await startRollcall({
    config: `servers:
  - name: web01
    via: local
    sources: [{ provider: panel }, { provider: proftpd, scoreboard: ${daemon.scoreboard} }]
  - name: web07
    via: { ssh: { host: 127.0.0.1, port: ${await freePort()}, user: root, password: guessed, hostKey: "SHA256:${"A".repeat(43)}" } }
    sources: [{ provider: windows }]
refresh: { watchedSeconds: 1, unwatchedSeconds: 2, timeoutSeconds: 5 }
`,
  });
  const clients = ["anna", "anna", "anna", "bert"].map((user) => daemon.logIn(user));
  await Promise.all(clients);
});
test.afterAll(async () => {
  await rollcall.stop();
  await daemon.stop();
});

async function addPerson(login: string, ...args: readonly string[]) {
  const added = await rollcall.command(["user", "add", login, ...args], `${password}\n`);
  expect(added).toMatchObject({ exitCode: 0 });
  return { login, password };
}

const panel = (page: Page, name: string) => page.getByRole("region", { name });
const chart = (page: Page, tool: string) =>
  page.getByRole("slider", { name: `${tool}, minute by minute` });

test("who has most sessions leads to those sessions, looked for on that server", async ({
  page,
}) => {
  await signIn(page, rollcall.url);
  const users = panel(page, "Users with most sessions");
  await expect(users.getByRole("listitem").first()).toContainText("anna");
  await expect(users).not.toContainText("bert");
  await users.getByRole("link", { name: "3 FTP sessions of anna" }).click();
  await expect(page.getByRole("searchbox")).toHaveValue("anna");
  await expect(page).toHaveURL(/\/ftp-sessions\?search=anna&server=web01$/);
  await expect(rowOf(page, "anna")).toHaveCount(3);
  await page.goBack();
  const addresses = panel(page, "Addresses with most sessions");
  await addresses.getByRole("link", { name: /^4 FTP sessions of 127\.0\.0\.1$/ }).click();
  await expect(page.getByRole("searchbox")).toHaveValue("127.0.0.1");
  await expect(rowOf(page, "bert")).toHaveCount(1);
});

test("the last hour is told by pointer, by keyboard and as a table, as far as it is known", async ({
  page,
}) => {
  await signIn(page, rollcall.url);
  const ftp = chart(page, "Active FTP Sessions");
  await expect(ftp).toHaveAttribute("aria-valuetext", /^\d+:\d\d.*: 4 sessions$/);
  const card = page.getByRole("listitem").filter({ has: ftp });
  await expect(card).toContainText(/Known since \d+:\d\d/);
  await card.getByRole("slider").hover();
  await expect(card).toContainText("4 sessions");
  await page.mouse.move(0, 0);
  await expect(card).toContainText(/min \d · max 4/);

  const terminal = chart(page, "Active Terminal Services Sessions");
  await terminal.focus();
  await page.keyboard.press("Home");
  await expect(terminal).toHaveAttribute("aria-valuetext", /: not known$/);

  const minutes = page.getByRole("table", { name: "Sessions in the last hour, minute by minute" });
  await expect(minutes.getByRole("row").nth(1)).toContainText(/4 sessions\s*not known/);
  await expectAccessible(page);
});

test("a server that does not answer is named with what to do, and is shown on its page", async ({
  page,
}) => {
  await signIn(page, rollcall.url);
  const attention = panel(page, "Servers that need attention");
  await expect(attention).toContainText("web07 cannot be asked");
  await expect(attention).toContainText("Check that it is up");
  await expect(attention).not.toContainText("web01");
  await attention.getByRole("link", { name: "Details: web07" }).press("Enter");
  const more = page.getByRole("button", { name: "Details of web07" });
  await expect(more).toHaveAttribute("aria-expanded", "true");
  await expect(more).toBeFocused();
});

test("the lists follow what goes on while the page is open", async ({ page }) => {
  await signIn(page, rollcall.url);
  const users = panel(page, "Users with most sessions");
  await expect(users).not.toContainText("bert");
  const another = await daemon.logIn("bert");
  await expect(users.getByRole("link", { name: "2 FTP sessions of bert" })).toBeVisible();
  another.close();
});

test("who sees a part is told nothing of the others, nor of how many they were", async ({
  page,
}) => {
  const carl = await addPerson("carl", "--role", "customer");
  await signIn(page, rollcall.url, carl);
  await expect(panel(page, "Users with most sessions")).toBeVisible();
  const main = page.getByRole("main");
  for (const foreign of ["anna", "web01", "web07"]) await expect(main).not.toContainText(foreign);
  await expect(panel(page, "Addresses with most sessions")).toContainText(
    "No address has more than one session.",
  );
  await expect(page.getByRole("slider")).toHaveCount(0);
  await expect(panel(page, "Servers that need attention")).toHaveCount(0);
  await expectAccessible(page);
});
