import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, rowOf, signIn, test } from "./rollcall-test";

needs("chromium");

const vera = { login: "vera", password: "another long passphrase" };
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  rollcall = await startRollcall({
    config: "servers:\n  - { name: web01, via: local, sources: [{ provider: panel }] }\n",
  });
  const people = [
    ["carl", "customer"],
    ["dora", "customer"],
    ["vera", "server-administrator", "--viewer"],
  ] as const;
  for (const [login, role, ...more] of people) {
    const args = ["user", "add", login, "--role", role, ...more];
    const added = await rollcall.command(args, `${vera.password}\n`);
    expect(added).toMatchObject({ exitCode: 0, stderr: "" });
  }
});
test.afterAll(() => rollcall.stop());

const head = "domain,customer,ftp_login,type,server";

async function openDomains(page: Page) {
  await page.goto(`${rollcall.url}/tools-settings/domains`);
  await expect(page.getByRole("heading", { name: "Domains", level: 1 })).toBeVisible();
}

test("domains are added, changed and deleted, each mistake is told beside its field", async ({
  page,
}) => {
  await signIn(page, rollcall.url);
  await page
    .getByRole("link", { name: /Domains/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "No domains yet" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add domain" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Add a domain" });
  await dialog.getByLabel("Domain").fill("alpha");
  await dialog.getByLabel("Customer").fill("nobody");
  await dialog.getByRole("button", { name: "Add FTP account" }).click();
  await dialog.getByRole("button", { name: "Save domain" }).click();
  await expect(dialog.getByText("“alpha” is not a domain, such as example.com.")).toBeVisible();
  await expect(dialog.getByText(/There is no customer or reseller nobody\./)).toBeVisible();
  await expect(dialog.getByText("Enter the FTP login.")).toBeVisible();
  await expect(dialog.getByLabel("Domain")).toBeFocused();
  await expectAccessible(page);

  await dialog.getByLabel("Domain").fill("Alpha.example");
  await dialog.getByLabel("Customer").fill("carl");
  const account = dialog.getByRole("group", { name: "FTP account 1" });
  await account.getByLabel("Login").fill("anna");
  await account.getByLabel("Type").selectOption("Web user");
  await account.getByLabel("Server").selectOption("web01");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(rowOf(page, "alpha.example", "carl", "anna", "Web user on web01")).toHaveCount(1);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Edit alpha.example" }).click();
  const edit = page.getByRole("dialog", { name: "Edit alpha.example" });
  await edit.getByLabel("Customer").fill("dora");
  await edit.getByRole("button", { name: "Remove FTP account anna" }).click();
  await edit.getByRole("button", { name: "Save domain" }).click();
  await expect(rowOf(page, "alpha.example", "dora", "none")).toHaveCount(1);

  await page.getByRole("button", { name: "Delete alpha.example" }).click();
  const question = page.getByRole("dialog", { name: "Delete alpha.example?" });
  await expect(question).toContainText("dora no longer sees its FTP sessions.");
  await expectAccessible(page);
  await question.getByRole("button", { name: "OK, delete domain" }).click();
  await expect(page.getByRole("heading", { name: "No domains yet" })).toBeVisible();
});

test("10,000 lines are imported after a preview, searched for, and exported again", async ({
  page,
}) => {
  await signIn(page, rollcall.url);
  await openDomains(page);
  await page.getByRole("button", { name: "Import" }).click();
  const dialog = page.getByRole("dialog", { name: "Import domains and FTP accounts" });
  await dialog.getByLabel("CSV", { exact: true }).fill(`${head}\nbeta.example,nobody,,,\nx,carl,y`);
  await dialog.getByRole("button", { name: "Check" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Nothing was imported, for 2 mistakes:");
  await expect(dialog.getByRole("alert")).toContainText("Line 2: There is no customer");
  await expect(dialog.getByRole("alert")).toContainText("Line 3: Its number of cells is 3");
  await expectAccessible(page);

  const lines = Array.from(
    { length: 10_000 },
    (_, index) => `d${index % 2000}.example;carl;=user${index};web-user;`,
  );
  await dialog.getByLabel("Choose file").setInputFiles({
    name: "domains.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`\ufeff${head.replaceAll(",", ";")}\r\n${lines.join("\r\n")}\r\n`),
  });
  await dialog.getByRole("button", { name: "Check" }).click();
  await expect(dialog.getByText("2,000 domains added")).toBeVisible();
  await expect(dialog.getByText("10,000 FTP accounts added")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "OK, import" }).click();
  await expect(dialog).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText("2,000 domains", { exact: true })).toBeVisible();
  await expect(page.getByText("The first 100 of 2,000: search for others.")).toBeVisible();

  await page.getByRole("searchbox").fill("d1234");
  await expect(rowOf(page, "d1234.example", "=user1234", "and 2 more")).toHaveCount(1);
  await expect(page.getByText("1 of 2,000")).toBeVisible();
  await expect(page).toHaveURL(/search=d1234$/);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  const text = await readFile(await (await downloading).path(), "utf8");
  expect(text.split("\r\n")).toHaveLength(10_002);
  expect(text).toContain("\r\nd0.example,carl,'=user0,web-user,\r\n");
});

test("a viewer sees domains and is offered no change", async ({ page }) => {
  await signIn(page, rollcall.url, vera);
  await openDomains(page);
  for (const name of ["Add domain", "Import", /^Edit/, /^Delete/]) {
    await expect(page.getByRole("button", { name })).toHaveCount(0);
  }
  await expect(page.getByRole("button", { name: "Export" })).toBeVisible();
});
