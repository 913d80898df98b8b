import { addAdministrator, openApp } from "@/tests/support/account-person";
import { administrator, type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { findEnglish } from "./find-english";
import { enterInGerman, openInGerman } from "./open-in-german";
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

for (const path of [
  ...["my-sessions", "my-account", "settings"],
  ...["servers", "users", "domains", "audit"],
]) {
  test(`no English is left on the German page ${path}`, async ({ browser }) => {
    const page = await openInGerman(browser, rollcall, path);
    expect(await findEnglish(page)).toEqual([]);
    await expectAccessible(page);
    await page.context().close();
  });
}

test("no English is left in the German dialogs of domains", async ({ browser }) => {
  const page = await openInGerman(browser, rollcall, "domains");
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

test("no English is left in the German dialogs of servers", async ({ browser }) => {
  const page = await openInGerman(browser, rollcall, "servers");
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Server hinzufügen" }).first().click();
  await dialog.getByLabel("Port").fill("viele");
  await dialog.getByRole("button", { name: "Prüfen" }).click();
  await expect(dialog.getByText("Geben Sie eine Zahl von 1 bis 65535 ein.")).toBeVisible();
  await dialog.getByText("Von Hand hinzufügen").click();
  expect(await findEnglish(page)).toEqual([]);
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Importieren" }).click();
  await dialog.getByRole("button", { name: "Importieren" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Wegen eines Fehlers");
  expect(await findEnglish(page)).toEqual([]);
  await page.context().close();
});

test("no English is left in the German dialogs of users and of the own account", async ({
  browser,
}) => {
  await rollcall.command(["user", "add", "anna", "--role", "customer"], "a long enough password\n");
  const page = await openInGerman(browser, rollcall, "users");
  const dialog = page.getByRole("dialog");
  for (const name of ["Benutzer hinzufügen", "Passwort für anna setzen", "anna sperren"]) {
    await page.getByRole("button", { name, exact: true }).click();
    await expect(dialog).toBeVisible();
    expect(await findEnglish(page)).toEqual([]);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
  }
  await page.goto(`${rollcall.url}/tools-settings/my-account`);
  for (const name of ["Passwort ändern", "Einrichten"]) {
    await page.getByRole("button", { name, exact: true }).click();
    await expect(dialog).toBeVisible();
    expect(await findEnglish(page)).toEqual([]);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
  }
  await page.context().close();
});

test("no English is left on the German way in, to its second factor", async ({ browser }) => {
  const emil = await addAdministrator(rollcall, "emil", "short of it");
  const page = await (await browser.newContext({ locale: "de-DE" })).newPage();
  const isGerman = async (title: string) => {
    await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
    expect(await findEnglish(page)).toEqual([]);
    await expectAccessible(page);
  };
  await enterInGerman(page, rollcall.url, { ...emil, password: "not it" });
  await expect(page.getByText("Benutzername und Passwort passen nicht zusammen.")).toBeVisible();
  await isGerman("Anmelden");
  await enterInGerman(page, rollcall.url, emil);
  await isGerman("Zweiten Faktor einrichten");
  const app = openApp(await page.locator("code").innerText());
  await page.getByLabel("Code aus der App").fill(app.nextCode());
  await page.getByRole("button", { name: "Einschalten" }).click();
  await isGerman("Ihr zweiter Faktor ist eingerichtet");
  await page.context().clearCookies();
  await enterInGerman(page, rollcall.url, emil);
  await isGerman("Zweiter Faktor");
  await page.context().close();
});
