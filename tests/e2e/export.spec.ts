import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { type Held, holdDownload } from "@/tests/support/held-transfers";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, openSessions, rowOf, test } from "./rollcall-test";

needs("chromium", "proftpd");

const formula = "=cmd()";
const formulaFile = "@SUM(1,2).bin";

let daemon: RealProftpd;
let download: Held;
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  daemon = await startRealProftpd(["anna", "bruno", formula]);
  for (const user of ["anna", "bruno"]) await daemon.logIn(user);
  await writeFile(join(daemon.home(formula), formulaFile), Buffer.alloc(50_000_000));
  download = await holdDownload(await daemon.logIn(formula), formulaFile);
  rollcall = await startRollcall({
    config: `servers:
  - name: web01
    via: local
    sources: [{ provider: proftpd, scoreboard: ${daemon.scoreboard} }]
`,
  });
});
test.afterAll(async () => {
  download.close();
  await rollcall.stop();
  await daemon.stop();
});

test("JSON holds what is listed, as it is, and says how many", async ({ page }) => {
  await openSessions(page, rollcall, "ftp");
  await expect(rowOf(page, formula, "Downloading")).toHaveCount(1);
  await page.getByRole("button", { name: "Export" }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  const { name, text } = await save(page, "3 FTP sessions", "JSON");
  expect(name).toMatch(/^ftp-sessions-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.json$/);
  const records = z.array(z.record(z.string(), z.unknown())).parse(JSON.parse(text));
  expect(records.map(({ user }) => user).toSorted()).toEqual([formula, "anna", "bruno"]);
  expect(records.find(({ user }) => user === formula)).toMatchObject({
    server: "web01",
    provider: "proftpd",
    status: "downloading",
    fileName: formulaFile,
    remoteAddress: "127.0.0.1",
    state: "answered",
    toldAt: expect.stringMatching(/^\d{4}-.*Z$/),
  });
});

test("CSV holds what is filtered and in that order, a row each", async ({ page }) => {
  await openSessions(page, rollcall, "ftp");
  await page.getByRole("searchbox").fill("idle");
  const login = page.getByRole("columnheader", { name: "FTP User Login" }).getByRole("button");
  await login.click();
  await login.click();
  const { name, text } = await save(page, "2 FTP sessions", "CSV, for a spreadsheet");
  expect(name).toMatch(/\.csv$/);
  const [head, ...rows] = text.trimEnd().split("\r\n");
  expect(head).toMatch(/^\ufeffserver,provider,user,/);
  expect(rows.map((row) => row.split(",").slice(0, 3))).toEqual([
    ["web01", "proftpd", "bruno"],
    ["web01", "proftpd", "anna"],
  ]);
});

test("no name becomes a formula in a spreadsheet, and no comma ends its cell", async ({ page }) => {
  await openSessions(page, rollcall, "ftp");
  await page.getByRole("searchbox").fill(formula);
  await expect(rowOf(page, formula, "Downloading")).toHaveCount(1);
  const { text } = await save(page, "1 FTP session", "CSV, for a spreadsheet");
  expect(text).toContain(`,'${formula},`);
  expect(text).toContain(`,"'${formulaFile}",`);
});

/** Says so where a person reads and hears it. */
async function save(page: Page, count: string, format: string) {
  await page.getByRole("button", { name: "Export" }).click();
  const menu = page.getByRole("dialog", { name: "Export" });
  await expect(menu).toContainText(`${count}, as listed now`);
  const saved = page.waitForEvent("download");
  await menu.getByRole("button", { name: format, exact: true }).click();
  const file = await saved;
  await expect(page.getByRole("status")).toHaveText(`Exported ${count}.`);
  await expect(menu).toBeHidden();
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}
