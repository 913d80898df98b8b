import { readFile } from "node:fs/promises";
import { type BrowserContext, request } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { openApi } from "@/tests/support/api";
import { administrator, type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { waitFor } from "@/tests/support/wait-for";
import { expect, expectAccessible, needs, rowOf, signIn, test } from "./rollcall-test";

needs("chromium");

const hostile = "=cmd()|'x'!A1 \u202egnp.exe <img src=x onerror=alert(1)>\t\u001b[31m";
const typed = { password: "a passphrase that is long\n" } as const;

let rollcall: RunningRollcall;
test.beforeEach(async () => {
  rollcall = await startRollcall();
});
test.afterEach(() => rollcall.stop());

const addUser = (login: string, role: string) =>
  rollcall.command(["user", "add", login, "--role", role], typed.password);
/** By a script, for a reason that would do harm in a spreadsheet, a page or a terminal. */
async function removeSessionOf(login: string, context: BrowserContext) {
  await signIn(await context.newPage(), rollcall.url, { login, password: typed.password.trim() });
  const api = await openApi(rollcall, "operator");
  const { sessions } = await api.roll("panel");
  const refs = sessions.map(({ ref }) => ref);
  const asked = { action: "remove", refs, reason: hostile };
  expect(await api.post("/api/v1/sessions/panel/act", asked)).toMatchObject({
    status: 200,
    body: { outcomes: [{ status: "done" }] },
  });
}

const audit = (query = "") => `${rollcall.url}/tools-settings/audit${query}`;

test("who did what is found by user, action, address and time, in a record that holds", async ({
  page,
  browser,
}) => {
  await addUser("anna", "server-administrator");
  const stranger = await request.newContext();
  await page.goto(`${rollcall.url}/sign-in`);
  await page.getByLabel("Login").fill("anna");
  await page.getByLabel("Password").fill("wrong, wrong, wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("do not match")).toBeVisible();
  await removeSessionOf("anna", await browser.newContext());
  await signIn(page, rollcall.url);
  await page.getByRole("link", { name: "Audit" }).first().click();
  await expect(rowOf(page, "Sign in", "Done", administrator.login, "127.0.0.1")).toHaveCount(1);
  await expect(rowOf(page, "Sign-in refused", "Refused", "anna")).toHaveCount(1);
  await expect(rowOf(page, "Add user", "console", "anna")).toHaveCount(1);
  const asked = page.getByRole("checkbox", { name: "Also show what was asked" });
  await asked.check();
  await page.waitForURL(audit("?intents=shown"));
  await expect(rowOf(page, "Add user", "console", "anna")).toHaveCount(2);
  await expect(asked).toBeFocused();
  await asked.uncheck();
  await page.waitForURL(audit());
  await expectAccessible(page);

  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByRole("status").getByText(/^The audit holds: \d+ entries/)).toBeVisible();

  await page.getByLabel("User").fill("ANNA");
  await page.getByLabel("Action").selectOption("Remove session");
  await page.getByRole("button", { name: "Search" }).click();
  await page.waitForURL(audit("?user=ANNA&event=session.remove"));
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(rowOf(page, "Done", "token test-", "anna", "127.0.0.1")).toHaveCount(1);
  await page
    .getByRole("button", { name: /^Show all of entry/ })
    .first()
    .click();
  await expect(page.getByText("[U+202E]")).toBeVisible();
  await expect(page.getByText("What became of it")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Show the whole act" }).click();
  await page.waitForURL(/\?act=/);
  await expect(page.getByRole("row").filter({ hasText: "Asked" })).toHaveCount(1);
  await expect(asked).toBeChecked();

  await page.goto(audit("?address=203.0.113.9"));
  await expect(page.getByRole("main").getByText("No entry matches.")).toBeVisible();
  await page.goto(audit("?from=2020-01-01T00:00&to=2020-01-02T00:00"));
  await expect(page.getByRole("main").getByText("No entry matches.")).toBeVisible();
  await page.getByRole("link", { name: "Clear search" }).click();
  await expect(page.getByRole("row").nth(1)).toBeVisible();

  await page.goto(audit("?user=anna"));
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  const file = await readFile(await (await waiting).path(), "utf8");
  const rows: Record<string, string>[] = parse(file, { columns: true, bom: true });
  expect(rows.map(({ event, phase }) => `${event} ${phase}`)).toEqual([
    ...["user.add intent", "user.add outcome", "sign-in.refuse fact", "sign-in fact"],
    ...["session.remove intent", "panel-session.end fact", "session.remove outcome"],
  ]);
  expect(file).not.toMatch(/(^|,|")[=+@-]/m);
  const lines = await page.request.get(audit("/download?format=jsonl"));
  const entries: { seq: number }[] = (await lines.text())
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  const foreign = { "sec-fetch-site": "cross-site" };
  expect((await page.request.get(audit("/download"), { headers: foreign })).status()).toBe(403);
  expect((await stranger.get(audit("/download"), { maxRedirects: 0 })).status()).toBe(307);
  await stranger.dispose();
});

test("a page stays as it is while entries arrive, and no other role sees any", async ({ page }) => {
  await addUser("carl", "customer");
  await addUser("vera", "server-administrator");
  await signIn(page, rollcall.url);
  for (let tries = 0; tries < 26; tries++) {
    await page.request.get(audit("/download?format=jsonl"));
  }
  await page.goto(audit("?before=20"));
  const numbers = () => page.getByRole("row").getByRole("cell").last().allTextContents();
  const before = await numbers();
  await rollcall.command(["user", "disable", "vera"]);
  await page.reload();
  expect(await numbers()).toEqual(before);
  await page.getByRole("link", { name: "Newest" }).click();
  await page.waitForURL(audit());
  await expect(rowOf(page, "Disable user", "Done", "vera")).toHaveCount(1);

  await page.context().clearCookies();
  await signIn(page, rollcall.url, { login: "carl", password: typed.password.trim() });
  await page.goto(audit());
  await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  expect((await page.request.get(audit("/download"))).status()).toBe(404);
});

test("the head of the chain goes to the log, and a stop writes the last one", async () => {
  await addUser("anna", "customer");
  const head = () => rollcall.command(["audit", "verify"]);
  const { stdout } = await head();
  const [, seq, mac] = /Head: (\d+):([0-9a-f]+)/.exec(stdout) ?? [];
  await rollcall.stop();
  await waitFor(
    () => rollcall.output().includes(`"auditHead":{"seq":${seq},"mac":"${mac}"}`),
    5000,
  );
});
