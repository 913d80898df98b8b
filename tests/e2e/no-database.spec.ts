import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { administrator, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, signIn, test } from "./rollcall-test";

needs("chromium");

const sentence = "Rollcall cannot use its database just now, and nothing was done.";

test("while the database is locked a form and a dialog say that nothing was done, and go on afterwards", async ({
  page,
  browser,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-no-database-"));
  const { url, stop } = await startRollcall({ env: { ROLLCALL_DATA: folder } });
  const [other, stranger] = [await browser.newPage(), await browser.newPage()];
  await signIn(other, url);
  await signIn(page, url);
  await page.goto(`${url}/tools-settings/my-sessions`);
  const open = page.getByRole("region", { name: "Signed in now" }).getByRole("listitem");
  await expect(open).toHaveCount(2);
  await stranger.goto(`${url}/sign-in`);
  await stranger.getByLabel("Login").fill(administrator.login);
  await stranger.getByLabel("Password").fill(administrator.password);

  const database = new Database(join(folder, "rollcall.db"));
  database.exec("BEGIN IMMEDIATE");
  await stranger.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: /^End the session of/ }).click();
  const consent = page.getByRole("button", { name: "OK, end session" });
  await consent.click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText(sentence);
  await expect(stranger.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
  await expectAccessible(page);

  database.exec("ROLLBACK");
  database.close();
  await consent.click();
  await expect(open).toHaveCount(1);
  await expect(other).toHaveURL(/\/sign-in$/);
  await stranger.getByLabel("Password").fill(administrator.password);
  await stranger.getByRole("button", { name: "Sign in", exact: true }).click();
  await stranger.waitForURL("**/tools-settings");
  await stop();
  await rm(folder, { recursive: true });
});
