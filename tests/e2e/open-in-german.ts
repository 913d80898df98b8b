import { type Browser, expect, type Page } from "@playwright/test";
import type { Credentials } from "@/tests/support/account-person";
import { administrator, type RunningRollcall } from "@/tests/support/start-rollcall";

/** A page of tools, for the administrator in a browser of its own that asks for German. */
export async function openInGerman(
  browser: Browser,
  { url }: RunningRollcall,
  path: string,
): Promise<Page> {
  const context = await browser.newContext({ locale: "de-DE" });
  const page = await context.newPage();
  await enterInGerman(page, url, administrator);
  await page.waitForURL("**/tools-settings");
  await page.goto(`${url}/tools-settings/${path}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return page;
}

export async function enterInGerman(
  page: Page,
  url: string,
  { login, password }: Credentials,
): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("Benutzername").fill(login);
  await page.getByLabel("Passwort").fill(password);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
}
