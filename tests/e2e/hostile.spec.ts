import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { parse } from "csv-parse/sync";
import { openApi } from "@/tests/support/api";
import { listRoutes, toAddress } from "@/tests/support/door-targets";
import { holdDownload } from "@/tests/support/held-transfers";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { callByName, openPage, sendSignIn } from "@/tests/support/sign-in-form";
import { administrator, type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, needs, signIn, test } from "./rollcall-test";

needs("chromium", "proftpd", "root");

const image = '<img src=x onerror="window.hit=1">';
const formula = "=cmd()|'calc'!A1";
const controls = "\u001b[2J\u001b]0;title\u0007\u009b31m\u202egpj.exe\u2066\tx\u0000";
/** Lone surrogates too, where JSON lets them in. */
const hostile = `${formula}${image}${controls}\ud800`;
const long = "W".repeat(10_000);

let folder: string;
let daemon: RealProftpd;
let rollcall: RunningRollcall;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-hostile-"));
  daemon = await startRealProftpd([formula, image]);
  const file = `${formula}${image}\u001b[2J\u202e\t.bin`;
  await writeFile(join(daemon.home(formula), file), Buffer.alloc(50_000_000));
  await holdDownload(await daemon.logIn(formula), file);
  await daemon.logIn(image);
  rollcall = await startRollcall({
    env: { ROLLCALL_DATA: folder },
    config: `servers:
  - name: ${JSON.stringify(`${formula}${image}`)}
    via: local
    sources: [{ provider: proftpd, scoreboard: ${daemon.scoreboard} }]
`,
  });
  await fillWithNames();
});
test.afterAll(async () => {
  await rollcall.stop();
  await daemon.stop();
  await rm(folder, { recursive: true, force: true });
});

/** People with such names and browsers, tries to sign in, reasons and acts. */
async function fillWithNames(): Promise<void> {
  const database = new Database(join(folder, "rollcall.db"));
  const now = new Date().toISOString().replace("Z", "+00:00");
  const addUser = database.prepare(
    "INSERT INTO User (id, login, name, email, role, createdAt) VALUES (?, ?, ?, ?, 'customer', ?)",
  );
  const addSession = database.prepare(
    `INSERT INTO PanelSession (id, tokenHash, userId, address, userAgent, startedAt, lastActiveAt)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [id, name] of [
    ["bad", hostile],
    ["long", long],
    ["image", image],
  ] as const) {
    addUser.run(id, id, name, name, now);
    addSession.run(id, id, id, "192.0.2.7", name.slice(0, 500), now, now);
  }
  database.close();
  await sendSignIn(rollcall.url, { login: hostile.slice(0, 300), password: hostile.slice(0, 300) });
  await sendSignIn(rollcall.url, { login: image, password: long.slice(0, 1000) });
  const { roll, post } = await openApi(rollcall, "operator");
  const { sessions } = await roll("panel");
  const ref = sessions.find(({ user }) => user === "long")?.ref;
  const reason = hostile.slice(0, 300);
  await post("/api/v1/sessions/panel/act", { action: "remove", refs: [ref], reason });
  await post("/api/v1/sessions/terminal/act", { action: "log-off", refs: [ref], reason });
  const { cookie } = await sendSignIn(rollcall.url);
  await callByName(
    rollcall.url,
    "tools-settings/servers findOut",
    [{ id: null, name: image, via: { kind: "local" }, sources: [] }],
    cookie,
  );
}

/** Letters that a terminal obeys, or that make a text look like another. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
const withoutLines = (text: string) => text.replaceAll(/[\t\r\n\ufeff]/g, " ");

async function expectHarmless(page: Page): Promise<void> {
  const { hit, shown, images, width } = await page.evaluate(() => ({
    hit: Reflect.get(window, "hit"),
    shown: document.body.innerText,
    images: document.querySelectorAll('img[src="x"]').length,
    width: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  const where = page.url();
  expect({ hit, images }, where).toEqual({ hit: undefined, images: 0 });
  expect(width, `${where} is wider than its window`).toBeLessThanOrEqual(0);
  const found = unseen.exec(withoutLines(shown));
  expect(found && shown.slice(found.index - 40, found.index + 40), where).toBeNull();
}

test("no page runs or obeys a name, or is made wider by one", async ({ page }) => {
  await signIn(page, rollcall.url, administrator);
  const pages = listRoutes().filter((route) => /^\/tools-settings\/.*page$/.test(route));
  for (const path of pages.map(toAddress)) {
    await page.goto(`${rollcall.url}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectHarmless(page);
  }
  await page.goto(`${rollcall.url}/tools-settings/ftp-sessions`);
  await page.getByRole("row").filter({ hasText: "Downloading" }).click();
  await expect(page.getByText(formula).first()).toBeVisible();
  await expectHarmless(page);
  await page.goto(`${rollcall.url}/tools-settings/panel-sessions`);
  await page.getByRole("row").filter({ hasText: "bad" }).click();
  await expectHarmless(page);
});

test("no spreadsheet finds a formula in what is exported", async ({ page }) => {
  await signIn(page, rollcall.url, administrator);
  for (const path of ["ftp-sessions", "panel-sessions"]) {
    await page.goto(`${rollcall.url}/tools-settings/${path}`);
    await page.getByRole("button", { name: "Export" }).click();
    const menu = page.getByRole("dialog", { name: "Export" });
    const coming = page.waitForEvent("download");
    await menu.getByRole("button", { name: "CSV, for a spreadsheet", exact: true }).click();
    const file = await readFile(await (await coming).path(), "utf8");
    expectNoFormula(file);
  }
  const { cookie } = await sendSignIn(rollcall.url);
  const download = "/tools-settings/audit/download?format=csv";
  const { body } = await openPage(rollcall.url, download, cookie ?? "");
  expectNoFormula(body);
  expect(body).toContain(formula);
});

function expectNoFormula(csv: string): void {
  const rows: string[][] = parse(csv, { bom: true });
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.flat().filter((cell) => /^[=+@\t\r-]/.test(cell))).toEqual([]);
}

test("no terminal obeys what the command line and the log say", async () => {
  const { token } = await openApi(rollcall, "operator");
  const env = { ROLLCALL_URL: rollcall.url, ROLLCALL_TOKEN: token };
  for (const words of [
    ["sessions", "ftp"],
    ["sessions", "ftp", "--json"],
    ["sessions", "panel"],
    ["user", "list"],
    ["check"],
    ["audit", "verify"],
    ["trust", image],
  ]) {
    const { stdout, stderr } = await rollcall.command(words, "", env);
    expect(stdout + stderr, words.join(" ")).not.toBe("");
    const said = `${stdout}${stderr}`.replaceAll("\n", " ");
    expect(unseen.exec(said), words.join(" ")).toBeNull();
  }
  expect(unseen.exec(rollcall.output().replaceAll("\n", " "))).toBeNull();
});
