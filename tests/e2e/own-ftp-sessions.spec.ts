import type { BrowserContext, Page } from "@playwright/test";
import { WebSocket } from "ws";
import { openApi } from "@/tests/support/api";
import { freePort } from "@/tests/support/free-port";
import { readLive } from "@/tests/support/live-reader";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { waitFor } from "@/tests/support/wait-for";
import { expect, expectAccessible, needs, rowOf, signIn, test } from "./rollcall-test";

needs("chromium", "proftpd");

const password = "another long passphrase";
const carl = { login: "carl", password };
const cora = { login: "cora", password };

let daemon: RealProftpd;
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  daemon = await startRealProftpd(["anna", "bert"]);
  rollcall = await startRollcall({
    config: `servers:
  - name: web01
    via: local
    sources: [{ provider: panel }, { provider: proftpd, scoreboard: ${daemon.scoreboard} }]
  - name: hidden02
    via: { ssh: { host: 127.0.0.1, port: ${await freePort()}, user: root, password: guessed, hostKey: "SHA256:${"A".repeat(43)}" } }
    sources: [{ provider: vsftpd }]
`,
  });
  for (const { login } of [carl, cora, { login: "dora" }]) {
    const args = ["user", "add", login, "--role", "customer"];
    expect(await rollcall.command(args, `${password}\n`)).toMatchObject({ exitCode: 0 });
  }
});
test.afterAll(async () => {
  await rollcall.stop();
  await daemon.stop();
});

async function openFtp(page: Page) {
  await page.goto(`${rollcall.url}/tools-settings/ftp-sessions`);
  await expect(page.getByRole("heading", { name: "Active FTP Sessions" })).toBeVisible();
}

async function importDomains(page: Page, lines: readonly string[]) {
  await page.goto(`${rollcall.url}/tools-settings/domains`);
  await page.getByRole("button", { name: "Import" }).click();
  const csv = ["domain,customer,ftp_login,type,server", ...lines].join("\n");
  await page.getByLabel("CSV", { exact: true }).fill(csv);
  await page.getByRole("button", { name: "Check" }).click();
  await page.getByRole("button", { name: "OK, import" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

/** The live channel of who is signed in there. */
async function watchFtp(context: BrowserContext) {
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const socket = new WebSocket(`${rollcall.url.replace("http", "ws")}/live`, {
    headers: { cookie, origin: rollcall.url },
  });
  const reader = readLive(socket);
  socket.on("open", () => reader.watch("ftp"));
  await waitFor(() => reader.number() !== undefined, 10_000);
  return { ...reader, socket };
}

test("a customer sees and ends the FTP sessions of their domains, and nothing tells of others", async ({
  page,
  browser,
}) => {
  const [anna, bert] = [await daemon.logIn("anna"), await daemon.logIn("bert")];
  await signIn(page, rollcall.url);
  await importDomains(page, [
    "alpha.example,carl,anna,web-user,web01",
    "beta.example,dora,bert,website-administrator,",
  ]);
  await openFtp(page);
  await expect(rowOf(page, "anna", "Web user", "alpha.example")).toHaveCount(1);
  await expect(rowOf(page, "bert", "Website administrator", "beta.example")).toHaveCount(1);

  const theirs = await browser.newContext();
  const own = await theirs.newPage();
  await signIn(own, rollcall.url, carl);
  await openFtp(own);
  await expect(rowOf(own, "anna", "Web user", "alpha.example", "web01")).toHaveCount(1);
  await expect(rowOf(own, "bert")).toHaveCount(0);
  await expect(own.getByRole("link", { name: /FTP Sessions\s*1\b/ }).first()).toBeVisible();
  await expectAccessible(own);
  const secrets = /bert|beta|dora|hidden02|vsftpd|"root"|guessed/;
  expect(await own.content()).not.toMatch(secrets);
  const ask = own.request;
  const roll = await ask.get(`${rollcall.url}/api/v1/sessions/ftp?fresh=1`);
  expect(roll.status()).toBe(200);
  expect(await roll.text()).not.toMatch(secrets);
  expect(await roll.json()).toMatchObject({
    sources: [
      { server: "web01", state: "answered", count: 1 },
      { server: "another server", state: "silent", count: null },
    ],
    sessions: [{ user: "anna", domain: "alpha.example" }],
  });
  const { messages, socket } = await watchFtp(theirs);
  expect(JSON.stringify(messages)).toContain("anna");
  expect(JSON.stringify(messages)).not.toMatch(secrets);
  for (const kind of ["terminal", "panel"]) {
    const answer = await ask.get(`${rollcall.url}/api/v1/sessions/${kind}`);
    expect(await answer.text()).not.toMatch(/admin/);
  }

  const all = await (await openApi(rollcall, "viewer")).roll("ftp");
  const refOf = (user: string) => all.sessions.find((session) => session.user === user)?.ref;
  const invented = Buffer.from('["web01/proftpd","1","bert","1",null]').toString("base64url");
  const acted = await ask.post(`${rollcall.url}/api/v1/sessions/ftp/act`, {
    headers: { origin: rollcall.url },
    data: { action: "remove", refs: [refOf("bert"), invented] },
  });
  const { outcomes } = await acted.json();
  const [foreign, none] = outcomes.map(({ ref: _ref, ...outcome }: { ref: string }) => outcome);
  expect(foreign).toEqual({
    status: "refused",
    message: "Refused: it has ended, or it is not yours.",
  });
  expect(none).toEqual(foreign);
  await bert.pwd();

  await rowOf(own, "anna").getByRole("checkbox").check();
  await own.getByRole("button", { name: "Remove" }).click();
  await own.getByRole("button", { name: "OK, remove session" }).click();
  await expect(own.getByRole("status").first()).toHaveText("1 removed");
  await expect(anna.pwd()).rejects.toThrow();
  await bert.pwd();
  socket.close();
  bert.close();
  await theirs.close();
});

test("a domain that changes hands changes them on pages and sockets that are open", async ({
  page,
  browser,
}) => {
  const anna = await daemon.logIn("anna");
  await signIn(page, rollcall.url);
  await importDomains(page, ["alpha.example,carl,anna,web-user,"]);
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const [first, second] = await Promise.all(contexts.map((context) => context.newPage()));
  if (!(first && second)) throw new Error("no pages");
  await signIn(first, rollcall.url, carl);
  await openFtp(first);
  await expect(rowOf(first, "anna")).toHaveCount(1);
  await signIn(second, rollcall.url, cora);
  await openFtp(second);
  await expect(second.getByText("You have no domains yet")).toBeVisible();
  await expectAccessible(second);

  await importDomains(page, ["alpha.example,cora,,,"]);
  await expect(first.getByText("You have no domains yet")).toBeVisible();
  await expect(rowOf(first, "anna")).toHaveCount(0);
  await expect(rowOf(second, "anna", "alpha.example")).toHaveCount(1);
  anna.close();
  await Promise.all(contexts.map((context) => context.close()));
});
