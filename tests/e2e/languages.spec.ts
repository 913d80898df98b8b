import type { Browser, Page } from "@playwright/test";
import { administrator, type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { findEnglish } from "./find-english";
import { expect, expectAccessible, needs, test } from "./rollcall-test";

needs("chromium");

let rollcall: RunningRollcall;
test.beforeAll(async () => {
  rollcall = await startRollcall();
});
test.afterAll(() => rollcall.stop());

test("a German browser is shown German, until its owner chooses English", async ({ browser }) => {
  const context = await browser.newContext({ locale: "de-DE" });
  const page = await context.newPage();
  await page.goto(`${rollcall.url}/sign-in`);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.locator("input[name=login]").fill(administrator.login);
  await page.locator("input[name=password]").fill(administrator.password);
  await page.locator("input[name=password]").press("Enter");
  await expect(
    page.getByRole("heading", { name: "Tools & Einstellungen", level: 1 }),
  ).toBeVisible();
  await expect(page).toHaveTitle("Tools & Einstellungen · Rollcall");
  await expectAccessible(page);

  await page.getByRole("combobox", { name: "Sprache" }).selectOption("English");
  await expect(page.getByRole("heading", { name: "Tools & Settings", level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Tools & Settings", level: 1 })).toBeVisible();
  await context.close();
});

test("the language is chosen before anyone signs in", async ({ page }) => {
  await page.goto(`${rollcall.url}/sign-in`);
  await page.getByRole("combobox", { name: "Language" }).selectOption("Deutsch");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("combobox", { name: "Sprache" })).toBeVisible();
});

for (const path of ["my-sessions", "settings", "domains", "audit"]) {
  test(`no English is left on the German page ${path}`, async ({ browser }) => {
    const page = await openInGerman(browser, path);
    expect(await findEnglish(page)).toEqual([]);
    await expectAccessible(page);
    await page.context().close();
  });
}

test("no English is left in the German dialogs of domains", async ({ browser }) => {
  const page = await openInGerman(browser, "domains");
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Domain hinzufügen" }).first().click();
  await dialog.getByRole("button", { name: "FTP-Konto hinzufügen" }).click();
  await dialog.getByRole("button", { name: "Domain speichern" }).click();
  await expect(dialog.getByText("Geben Sie die Domain ein.")).toBeVisible();
  expect(await findEnglish(page)).toEqual([]);
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Importieren" }).click();
  await dialog.getByLabel("CSV").fill("domain,customer\nnone_such,nobody");
  await dialog.getByRole("button", { name: "Prüfen" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Zeile 1:");
  expect(await findEnglish(page)).toEqual([]);
  await page.context().close();
});

async function openInGerman(browser: Browser, path: string): Promise<Page> {
  const context = await browser.newContext({ locale: "de-DE" });
  const page = await context.newPage();
  await page.goto(`${rollcall.url}/sign-in`);
  await page.getByLabel("Benutzername").fill(administrator.login);
  await page.getByLabel("Passwort").fill(administrator.password);
  await page.getByRole("button", { name: "Anmelden" }).click();
  await page.waitForURL("**/tools-settings");
  await page.goto(`${rollcall.url}/tools-settings/${path}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return page;
}
