import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { openApi } from "@/tests/support/api";
import { holdDownload } from "@/tests/support/held-transfers";
import { bigFile, type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, rowOf, signIn, test } from "./rollcall-test";
import { configOf } from "./terminal-hosts";

needs("chromium", "proftpd");

const markup = "<img src=x onerror=alert(1)>";
const backwards = "nna\u202ea";

let daemon: RealProftpd;
let host: WindowsHost;
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  daemon = await startRealProftpd(["anna", "bruno", markup]);
  // In UTF-8, so that it prints every letter of a name.
  host = await startWindowsHost({ codePage: 65_001 });
  const nobody = { ...host, port: 1 };
  const web01 = `  - name: web01
    via: local
    sources: [{ provider: proftpd, scoreboard: ${daemon.scoreboard} }]
`;
  rollcall = await startRollcall({ config: configOf({ ts01: host, ts02: nobody }) + web01 });
});
test.afterAll(async () => {
  await rollcall.stop();
  await host.stop();
  await daemon.stop();
});

test("a click on a row shows all that is known of it beside the table, ready to be copied", async ({
  page,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const anna = await daemon.logIn("anna");
  const download = await holdDownload(anna, bigFile);
  await open(page, "ftp");
  await rowOf(page, "anna").getByText("Downloading").click();
  const detail = page.getByRole("complementary", { name: "anna, Downloading" });
  const home = daemon.home("anna");
  for (const [term, value] of [
    ["Command", "RETR"],
    ["FTP User Login", "anna"],
    ["Home", home],
    ["As the Client Sees It", "/"],
    ["Full Path", `${home}/${bigFile}`],
    ["IP Address", "127.0.0.1"],
    ["Domain Name", "Not known: no rule of ftpAccounts in rollcall.yaml gives a domain"],
    ["Server", "web01"],
    ["Software", "ProFTPD"],
  ]) {
    const field = fieldOf(detail, term ?? "").getByText(value ?? "", { exact: true });
    await expect(field, term).toBeVisible();
  }
  await expect(page.getByRole("table"), "the table stays").toBeVisible();
  await expectAccessible(page);
  await detail.getByRole("button", { name: "Copy Full Path" }).click();
  await expect(detail.getByRole("button", { name: "Copied Full Path" })).toBeVisible();
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe(`${home}/${bigFile}`);

  await page.keyboard.press("Escape");
  await expect(detail).toHaveCount(0);
  await rowOf(page, "anna").getByText("Downloading").click();
  await detail.getByRole("button", { name: "Close detail" }).press("Enter");
  await expect(detail).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Active FTP Sessions" })).toBeFocused();
  download.close();
});

test("other sessions of the same user and address are found on every server that answers", async ({
  page,
}) => {
  const [anna, bruno] = [await daemon.logIn("anna"), await daemon.logIn("bruno")];
  host.signIn("anna", { client: "FRONT-DESK" });
  await (await openApi(rollcall, "viewer")).roll("terminal");
  await open(page, "ftp");
  await rowOf(page, "anna").getByText("Idle").click();
  const detail = page.getByRole("complementary", { name: "anna, Idle" });
  const ofUser = detail.getByRole("region", { name: "Other sessions of anna" });
  await expect(ofUser.getByRole("link")).toHaveText([/^terminal session, ts01Logged in/]);
  await expect(ofUser).toContainText("ts02 did not answer, so there may be more.");
  const ofAddress = detail.getByRole("region", { name: "Other sessions from 127.0.0.1" });
  await expect(ofAddress.getByRole("link").filter({ hasText: "bruno" })).toHaveCount(1);
  await expect(detail).toContainText("No action through Rollcall is known of the last hour.");

  await ofUser.getByRole("link").click();
  await expect(page).toHaveURL(/\/terminal-sessions\?search=anna$/);
  await expect(page.getByRole("searchbox")).toHaveValue("anna");
  await rowOf(page, "anna", "Logged in").getByText("Logged in").click();
  const there = page.getByRole("complementary", { name: "anna, Logged in" });
  await expect(fieldOf(there, "Client, as It Says")).toContainText("FRONT-DESK");
  const back = there.getByRole("region", { name: "Other sessions of anna" }).getByRole("link");
  await expect(back).toHaveText([/^FTP session, web01Idle/]);
  anna.close();
  bruno.close();
});

test("a detail that is open says when another ends its session, and who did it", async ({
  page,
}) => {
  const bruno = await daemon.logIn("bruno");
  await open(page, "ftp");
  await rowOf(page, "bruno").getByText("Idle").click();
  const acts = page.getByRole("region", { name: "What was done to it" });
  await expect(acts).toContainText("No action through Rollcall is known of the last hour.");
  const api = await openApi(rollcall, "operator");
  const { sessions } = await api.roll("ftp");
  const refs = sessions.filter(({ user }) => user === "bruno").map(({ ref }) => ref);
  await api.post("/api/v1/sessions/ftp/act", { action: "remove", refs });

  const detail = page.getByRole("complementary", { name: "bruno, ended" });
  await expect(detail).toContainText("This session has ended.");
  await expect(acts).toHaveText(/Removed by token test-.*, \d+ s ago\.$/);
  bruno.close();
});

test("on a phone the detail is a dialog over the list, and Escape goes back to it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const anna = await daemon.logIn("anna");
  await open(page, "ftp");
  await rowOf(page, "anna").getByText("Idle").click();
  const detail = page.getByRole("dialog", { name: "anna, Idle" });
  await expect(detail.getByRole("heading", { name: "Other sessions of anna" })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  expect(await detail.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
  await page.keyboard.press("Escape");
  await expect(detail).toHaveCount(0);
  await expect(rowOf(page, "anna")).toBeVisible();
  anna.close();
});

test("names that strangers chose run nothing, hide nothing and turn nothing around", async ({
  page,
}) => {
  page.on("dialog", (dialog) => {
    throw new Error(`a script of a name ran: ${dialog.message()}`);
  });
  const stranger = await daemon.logIn(markup);
  const file = `${markup}\u0007\u202egpj.exe`;
  await writeFile(join(daemon.home(markup), file), Buffer.alloc(1_000_000));
  const download = await holdDownload(stranger, file);
  await open(page, "ftp");
  await rowOf(page, markup).getByText("Downloading").click();
  const detail = page.getByRole("complementary", { name: `${markup}, Downloading` });
  await expect(fieldOf(detail, "File Name")).toContainText(`${markup}[U+0007][U+202E]gpj.exe`);
  await expectNothingHidden(page);
  download.close();

  host.signIn(backwards, { client: `${markup}\u202e`, domain: "\u2066CORP" });
  await open(page, "terminal");
  const shown = "nna[U+202E]a";
  await rowOf(page, shown).getByText("Logged in").click();
  const other = page.getByRole("complementary", { name: `${shown}, Logged in` });
  await expect(fieldOf(other, "Account Domain")).toContainText("[U+2066]CORP");
  await expectNothingHidden(page);
  await rowOf(page, shown).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Log Out" }).click();
  await expect(page.getByRole("dialog")).toHaveAccessibleName(
    `Log Out 1 terminal session of ${shown}?`,
  );
  await expectNothingHidden(page);
});

async function open(page: Page, kind: "ftp" | "terminal"): Promise<void> {
  if (page.url() === "about:blank") await signIn(page, rollcall.url);
  await page.goto(`${rollcall.url}/tools-settings/${kind}-sessions`);
}

function fieldOf(detail: ReturnType<Page["locator"]>, term: string) {
  const name = detail.page().getByRole("term").getByText(term, { exact: true });
  return detail.locator("dl > div").filter({ has: name });
}

/** Of the letters that are not seen, and of what else is read or heard, and that no name became markup. */
async function expectNothingHidden(page: Page): Promise<void> {
  const said = await page.evaluate(() =>
    [...document.body.querySelectorAll("[aria-label], [data-hint], [title], [placeholder]")]
      .flatMap((each) =>
        ["aria-label", "data-hint", "title"].map((name) => each.getAttribute(name)),
      )
      .concat(document.body.innerText)
      .join("\n"),
  );
  expect(said).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}]/u);
  await expect(page.locator("body img")).toHaveCount(0);
}
