import { administrator, type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
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
