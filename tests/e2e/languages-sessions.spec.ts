import type { Browser, Page } from "@playwright/test";
import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { disconnectSession } from "@/demo/windows-host-sessions";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { findEnglish } from "./find-english";
import { openInGerman } from "./open-in-german";
import { expect, expectAccessible, needs, rowOf, test } from "./rollcall-test";
import { configOf } from "./terminal-hosts";

needs("chromium");

let host: WindowsHost;
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  host = await startWindowsHost();
  for (const user of ["anna", "bruno"]) host.signIn(user);
  disconnectSession(host.signIn("carla"));
  const nobody = { ...host, port: 1 };
  rollcall = await startRollcall({ config: configOf({ ts01: host, ts02: nobody }) });
});
test.afterAll(async () => {
  await rollcall.stop();
  await host.stop();
});

test("no English is left where sessions are listed, looked at and chosen in German", async ({
  browser,
}) => {
  const page = await openSessions(browser, "terminal");
  await expect(rowOf(page, "carla", "Getrennt")).toHaveCount(1);
  await expect(page.getByText("ts02 kann nicht gefragt werden:")).toBeVisible();
  await expectGerman(page);

  await page.getByRole("searchbox").fill("niemand");
  await expect(page.getByText("Keine Sitzung passt zu „niemand“.")).toBeVisible();
  await expectGerman(page);
  await page.getByRole("button", { name: "Filter aufheben" }).click();

  await page.getByRole("button", { name: "Spalten" }).click();
  await expectGerman(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Tasten" })).toBeVisible();
  await expectGerman(page);
  await page.keyboard.press("Escape");

  await rowOf(page, "bruno").getByText("bruno", { exact: true }).click();
  const detail = page.getByRole("complementary");
  await expect(detail.getByRole("heading", { name: "Weitere Sitzungen von bruno" })).toBeVisible();
  await expectGerman(page);
  await page.context().close();
});

test("no English is left where sessions are ended in German, and what became of them is told in it", async ({
  browser,
}) => {
  const page = await openSessions(browser, "terminal");
  const dialog = page.getByRole("dialog");
  for (const user of ["anna", "carla"]) await rowOf(page, user).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Trennen" }).click();
  await expect(dialog).toContainText("1 Terminalsitzung von anna trennen?");
  await expect(dialog).toContainText("carla: Bereits getrennt");
  await expectGerman(page);
  await dialog.getByRole("button", { name: "Abbrechen" }).click();
  await page.getByRole("button", { name: "Nachricht senden" }).click();
  await expect(dialog).toContainText("Nachricht an 2 Sitzungen senden?");
  await expectGerman(page);
  await dialog.getByRole("button", { name: "Abbrechen" }).click();
  await rowOf(page, "carla").getByRole("checkbox").uncheck();
  await page.getByRole("button", { name: "Abmelden" }).last().click();
  await dialog.getByRole("button", { name: "OK, Sitzung abmelden" }).click();
  await expect(page.getByText("1 abgemeldet").first()).toBeVisible();
  await expectGerman(page);
  await page.context().close();
});

for (const kind of ["panel", "ftp"]) {
  test(`no English is left on the German page of ${kind} sessions`, async ({ browser }) => {
    const page = await openSessions(browser, kind);
    await expectGerman(page);
    await page.context().close();
  });
}

async function openSessions(browser: Browser, kind: string): Promise<Page> {
  const page = await openInGerman(browser, rollcall, `${kind}-sessions`);
  await expect(page.getByRole("button", { name: "Aktualisieren" })).toBeVisible();
  return page;
}

async function expectGerman(page: Page): Promise<void> {
  expect(await findEnglish(page)).toEqual([]);
  await expectAccessible(page);
}
