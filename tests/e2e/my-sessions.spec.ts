import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, signIn, test } from "./rollcall-test";

needs("chromium");

const vera = { login: "vera", password: "another long passphrase" };
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  rollcall = await startRollcall();
  const words = ["user", "add", vera.login, "--role", "customer", "--viewer"];
  expect(await rollcall.command(words, `${vera.password}\n`)).toMatchObject({ exitCode: 0 });
});
test.afterAll(() => rollcall.stop());

test("a viewer sees where they are signed in, and ends one session or all others", async ({
  page,
  browser,
}) => {
  const contexts = await Promise.all([1, 2, 3].map(() => browser.newContext()));
  const others = await Promise.all(contexts.map((context) => context.newPage()));
  const stranger = await browser.newPage();
  await signIn(stranger, rollcall.url);
  for (const other of others) await signIn(other, rollcall.url, vera);
  await signIn(page, rollcall.url, vera);
  await page.getByRole("link", { name: "My sessions" }).click();
  const open = page.getByRole("region", { name: "Signed in now" });
  const ended = page.getByRole("region", { name: "Ended lately" });
  await expect(open.getByRole("listitem")).toHaveCount(4);
  const own = open.getByRole("listitem").filter({ hasText: "This session" });
  await expect(own).toContainText(/Chrome \d+ on Linux.*from 127\.0\.0\.1 with password/);
  await expect(own.getByRole("button")).toHaveCount(0);
  await expect(ended).toContainText("None has ended yet.");
  await expectAccessible(page);

  await open
    .getByRole("button", { name: /^End the session of Chrome/ })
    .first()
    .click();
  await page.getByRole("button", { name: "OK, end session" }).click();
  await expect(open.getByRole("listitem")).toHaveCount(3);
  await expect(ended.getByRole("listitem")).toContainText("ended by you");
  await expect(page.getByRole("main")).toBeFocused();
  await page.getByRole("button", { name: "End all others" }).click();
  await expect(page.getByRole("dialog", { name: "End 2 sessions?" })).toBeVisible();
  await page.getByRole("button", { name: "OK, end sessions" }).click();
  await expect(open.getByRole("listitem")).toHaveCount(1);
  for (const other of others) await expect(other).toHaveURL(/\/sign-in$/);
  await expect(stranger).toHaveURL(/\/tools-settings$/);
  await page.reload();
  await expect(ended.getByRole("listitem")).toHaveCount(3);
  await Promise.all(contexts.map((context) => context.close()));
});
