import type { Page } from "@playwright/test";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { findEnglish } from "./find-english";
import { openInGerman } from "./open-in-german";
import { expect, needs, test } from "./rollcall-test";

needs("chromium");

const config = `servers:
  - name: web01
    via: local
    sources: [{ provider: proftpd, scoreboard: /nowhere/proftpd.scoreboard }]
  - name: ts01
    via: { ssh: { host: 127.0.0.1, port: 1, user: rollcall, password: none } }
    sources: [{ provider: windows }]
`;

let rollcall: RunningRollcall;
test.beforeAll(async () => {
  rollcall = await startRollcall({ config });
});
test.afterAll(() => rollcall.stop());

test("why a server is silent is told in German, with what was seen as it is", async ({
  browser,
}) => {
  const page = await openInGerman(browser, rollcall, "ftp-sessions");
  const missing = "ProFTPD läuft nicht: /nowhere/proftpd.scoreboard gibt es nicht";
  await expect(page.getByText(missing).first()).toBeVisible();
  expect(await findEnglish(page)).toEqual([]);
  await goTo(page, "terminal-sessions");
  const refused = "127.0.0.1 Port 1: dort nimmt nichts Verbindungen an";
  await expect(page.getByText(refused).first()).toBeVisible();
  expect(await findEnglish(page)).toEqual([]);
  await page.context().close();
});

test("what is wrong with a server or with a file of servers is told in German", async ({
  browser,
}) => {
  const page = await openInGerman(browser, rollcall, "servers");
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Server hinzufügen" }).first().click();
  await dialog.getByLabel("Adresse").fill("keine Adresse");
  await dialog.getByLabel("Port").fill("0");
  await dialog.getByRole("button", { name: "Server speichern" }).click();
  await expect(dialog.getByText("Darf nicht leer sein.").first()).toBeVisible();
  await expect(dialog.getByText("Muss ein Hostname oder eine Adresse sein.")).toBeVisible();
  await expect(dialog.getByText("Geben Sie eine Zahl von 1 bis 65535 ein.")).toBeVisible();
  expect(await findEnglish(page)).toEqual([]);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Importieren" }).click();
  const text = "servers:\n  - { name: web01, via: local, sources: [{ provider: vsftp }] }\n";
  await dialog.locator("textarea").fill(text);
  await dialog.getByRole("button", { name: "Importieren" }).click();
  await expect(dialog.getByRole("alert")).toContainText(
    "import:2: servers[0].name: „web01“ heißt ein Server, der hier nicht geändert wird",
  );
  expect(await findEnglish(page)).toEqual([]);
  await page.context().close();
});

test("what is wrong with a user is told in German", async ({ browser }) => {
  const page = await openInGerman(browser, rollcall, "users");
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Benutzer hinzufügen" }).first().click();
  await dialog.getByRole("textbox", { name: "Benutzername" }).fill("anna");
  await dialog.getByLabel("Passwort").fill("kurz");
  await dialog.getByRole("button", { name: "Benutzer speichern" }).click();
  await expect(dialog.getByText("Ein Passwort braucht mindestens 8 Zeichen.")).toBeVisible();
  expect(await findEnglish(page)).toEqual([]);
  await page.context().close();
});

async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(`${rollcall.url}/tools-settings/${path}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}
