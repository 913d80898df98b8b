import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, signIn, test } from "./rollcall-test";

needs("chromium");

const pages = [
  ...["", "panel-sessions", "ftp-sessions", "terminal-sessions", "servers", "domains"],
  ...["users", "audit", "settings", "my-sessions", "my-account"],
];
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  rollcall = await startRollcall();
});
test.afterAll(() => rollcall.stop());

test("shows each tool with its live count, and leads to it", async ({ page }) => {
  await signIn(page, rollcall.url);
  await expectAccessible(page);
  for (const title of [
    "Active Panel Sessions",
    "Active FTP Sessions",
    "Active Terminal Services Sessions",
    "Servers",
    "Audit",
  ]) {
    await page.goto(`${rollcall.url}/tools-settings`);
    await page
      .getByRole("main")
      .getByRole("link", { name: new RegExp(`^${title}`) })
      .click();
    await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});

test("who has just signed in is counted among the panel sessions", async ({ page, browser }) => {
  await signIn(page, rollcall.url);
  const tool = page.getByRole("navigation", { name: "Tools" }).getByRole("link");
  const count = () => tool.filter({ hasText: "Panel Sessions" }).innerText();
  const before = Number(/\d+/.exec(await count()));
  expect(before).toBeGreaterThan(0);
  const other = await browser.newContext();
  await signIn(await other.newPage(), rollcall.url);
  await expect.poll(count).toMatch(new RegExp(`\\b${before + 1}\\b`));
  await other.close();
});

test("where no other server is asked yet, the way to add one stands there", async ({ page }) => {
  await signIn(page, rollcall.url);
  const attention = page.getByRole("region", { name: "Servers that need attention" });
  await expect(attention).toContainText("Rollcall asks no other machine yet.");
  await attention.getByRole("link", { name: "Add a server" }).press("Enter");
  await expect(page.getByRole("dialog", { name: "Add a server" })).toBeVisible();
});

test("nothing scrolls sideways on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, rollcall.url);
  for (const path of pages) {
    await page.goto(`${rollcall.url}/tools-settings/${path}`);
    const isWider = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
    expect(await page.evaluate(isWider), path).toBe(false);
    await expectAccessible(page);
  }
});

test("no script runs that the page did not bring", async ({ page }) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  // What the policy refused without a word in the console, such as an attempt to compile a text.
  const audits = await page.context().newCDPSession(page);
  await audits.send("Audits.enable");
  audits.on("Audits.issueAdded", ({ issue }) => {
    if (issue.code === "ContentSecurityPolicyIssue") refused.push(JSON.stringify(issue.details));
  });
  await signIn(page, rollcall.url);
  const policy = (await page.request.get(`${rollcall.url}/sign-in`)).headers()[
    "content-security-policy"
  ];
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  await page.goto(`${rollcall.url}/tools-settings/panel-sessions`);
  await page.getByRole("button", { name: "Refresh" }).click();
  expect(refused).toEqual([]);
});
