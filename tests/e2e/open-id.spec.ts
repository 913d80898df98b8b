import type { Page } from "@playwright/test";
import { freePort } from "@/tests/support/free-port";
import { type IdProvider, startIdProvider } from "@/tests/support/id-provider";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, test } from "./rollcall-test";

needs("chromium");

let providerPort: number;
let provider: IdProvider;
let rollcall: RunningRollcall;

test.beforeAll(async () => {
  const port = await freePort();
  providerPort = await freePort();
  rollcall = await startRollcall({
    config: `openIdConnect:
  issuer: http://127.0.0.1:${providerPort}
  clientId: rollcall
  clientSecret: "\${OIDC_SECRET}"
  title: Sign in with Example
  scopes: [profile, groups]
  roles: { admins: server-administrator, auditors: server-administrator }
  viewers: [auditors]
`,
    port,
    env: { OIDC_SECRET: "the secret" },
  });
});
test.afterAll(async () => {
  await rollcall.stop();
  await provider.stop();
});

/** Says who one is at the provider, and that Rollcall may know it. */
async function sayWho(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
}

async function goThere(page: Page): Promise<void> {
  await page.goto(`${rollcall.url}/sign-in`);
  await page.getByRole("link", { name: "Sign in with Example" }).click();
}

test("who finds the provider down reads so, and gets there once it is up", async ({ page }) => {
  await goThere(page);
  await expect(page.getByText("The sign-in service did not answer")).toBeVisible();
  provider = await startIdProvider(providerPort, `${rollcall.url}/sign-in/openid/callback`);
  await goThere(page);
  await expect(page.getByPlaceholder("Enter any login")).toBeVisible();
});

test("who the provider knows signs in with the role of their groups, and is asked again when it must be", async ({
  page,
}) => {
  await page.goto(`${rollcall.url}/sign-in`);
  await expectAccessible(page);
  await goThere(page);
  await sayWho(page, "boss");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("**/tools-settings");
  await expect(page.getByText("boss of Example").first()).toBeVisible();
  await expect(page.getByRole("link", { name: /Servers/ }).first()).toBeVisible();

  // The provider still knows; only who must prove it anew is asked.
  await goThere(page);
  await page.waitForURL("**/tools-settings");
  await page.goto(`${rollcall.url}/sign-in/openid?anew`);
  await sayWho(page, "boss");
  await page.waitForURL("**/tools-settings");
});

test("an answer that is brought twice signs nobody in", async ({ page, browser }) => {
  let callback = "";
  page.on("request", (request) => {
    if (request.url().includes("/openid/callback?")) callback = request.url();
  });
  await goThere(page);
  await sayWho(page, "auditor");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("**/tools-settings");
  const thief = await browser.newContext();
  for (const replayed of [page, await thief.newPage()]) {
    await replayed.goto(callback);
    await expect(replayed.getByText(/does not hold/)).toBeVisible();
  }
  await thief.close();
});

test("who is in no group, or says no, reads why", async ({ page }) => {
  await goThere(page);
  await sayWho(page, "nobody");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("None of your groups may use Rollcall")).toBeVisible();
  await expectAccessible(page);

  await page.context().clearCookies();
  await goThere(page);
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page.getByText("did not confirm who you are")).toBeVisible();
});
