import type { Page } from "@playwright/test";
import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { disconnectSession } from "@/demo/windows-host-sessions";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, rowOf, signIn, test } from "./rollcall-test";
import { configOf } from "./terminal-hosts";

needs("chromium");

let hosts: readonly [WindowsHost, WindowsHost];
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  const [ts01, ts02] = [await startWindowsHost(), await startWindowsHost()];
  hosts = [ts01, ts02];
  for (const user of ["anna", "bruno", "carla"]) ts01.signIn(user);
  for (const user of ["anna", "dora"]) disconnectSession(ts02.signIn(user, { domain: "TS02" }));
  rollcall = await startRollcall({ config: configOf({ ts01, ts02 }) });
});
test.afterAll(async () => {
  await rollcall.stop();
  await Promise.all(hosts.map((host) => host.stop()));
});

const pathname = "/tools-settings/terminal-sessions";

test("a column sorts up, down and not at all, and says which", async ({ page }) => {
  await open(page);
  const head = page.getByRole("columnheader", { name: "User" });
  const sort = head.getByRole("button");
  await expect(head).not.toHaveAttribute("aria-sort");
  await sort.click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect(usersOf(page)).toHaveText([/anna/, /anna/, /bruno/, /carla/, /dora/]);
  await expect(page).toHaveURL(/\?sort=user$/);
  await sort.click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect(usersOf(page)).toHaveText([/dora/, /carla/, /bruno/, /anna/, /anna/]);
  await expect(page).toHaveURL(/\?sort=-user$/);
  await sort.click();
  await expect(head).not.toHaveAttribute("aria-sort");
  await expect(page).toHaveURL(new RegExp(`${pathname}$`));
});

test("what is searched, sorted and filtered stands in the address, which shows a colleague the same", async ({
  page,
  context,
}) => {
  await open(page);
  await page.getByRole("searchbox").fill("an");
  await expect(usersOf(page)).toHaveText([/anna/, /anna/]);
  await expect(page.getByText("2 of 7 shown")).toBeVisible();
  await page.getByRole("button", { name: "Clear search" }).click();
  await choose(page, "Status", "Disconnected 2");
  await expect(usersOf(page)).toHaveText([/anna/, /dora/]);
  await choose(page, "Server", "ts02 3");
  await page.getByRole("columnheader", { name: "User" }).getByRole("button").click();
  await page.getByRole("searchbox").fill("ts02 a");

  const colleague = await context.newPage();
  await colleague.goto(page.url());
  expect(new URL(page.url()).search).toBe(
    "?search=ts02+a&sort=user&status=disconnected&server=ts02",
  );
  for (const one of [page, colleague]) {
    await expect(usersOf(one)).toHaveText([/anna/, /dora/]);
    await expect(one.getByRole("searchbox")).toHaveValue("ts02 a");
    await expect(one.getByRole("button", { name: "Status Disconnected" })).toBeVisible();
    await expect(one.getByRole("button", { name: "Server ts02" })).toBeVisible();
    await expect(one.locator("[aria-sort=ascending]")).toHaveText("User");
  }
  await expectAccessible(page);
});

test("an address that speaks of columns there are not shows all", async ({ page }) => {
  await open(page, "?sort=-speed&type=web-user&__proto__=x&constructor=y&services=%00");
  await expect(usersOf(page)).toHaveCount(5);
  await expect(page.locator("[aria-sort]")).toHaveCount(0);
});

test("where no session matches, that is said, and one press shows all again", async ({ page }) => {
  await open(page, "?server=ts02");
  await page.getByRole("searchbox").fill("nobody");
  await expect(page.getByText("No session matches “nobody”.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(usersOf(page)).toHaveCount(5);
  await expect(page).toHaveURL(new RegExp(`${pathname}$`));
  await expect(page.getByRole("main")).toBeFocused();
});

test("columns and height of the rows are remembered, and right in the first paint", async ({
  page,
}) => {
  await open(page);
  const head = (name: string) => page.getByRole("columnheader", { name });
  const heightOf = async () => (await rowOf(page, "bruno").boundingBox())?.height;
  await expect(head("Session ID")).toHaveCount(0);
  expect(await heightOf()).toBe(36);
  await choose(page, "Columns", "Session ID", "Name", "Compact");
  await expect(head("Session ID")).toBeVisible();

  await page.reload();
  await expect(head("Session ID")).toBeVisible();
  await expect(head("Name")).toHaveCount(0);
  await expect.poll(heightOf).toBe(28);
  const html = await (await page.request.get(page.url())).text();
  expect(html).toMatch(/<th [^>]*><button [^>]*>Session ID</);
  expect(html).not.toMatch(/<th [^>]*><button [^>]*>Name</);
  expect(html).toContain('data-density="compact"');
});

test("a selection keeps who is not shown; all that are shown can be added to it", async ({
  page,
}) => {
  await open(page, "?search=ts01+anna");
  const all = page.getByRole("checkbox", { name: "Select all shown sessions" });
  await all.check();
  await expect(page.getByText("1 selected")).toBeVisible();
  await page.getByRole("searchbox").fill("disconnected");
  await expect(usersOf(page)).toHaveText([/anna/, /dora/]);
  await expect(all).not.toBeChecked();
  await rowOf(page, "dora").getByRole("checkbox").check();
  await expect(page.getByText("2 selected · 1 not shown")).toBeVisible();
  await page.getByRole("button", { name: "Select all 2" }).click();
  await expect(page.getByText("3 selected · 1 not shown")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Select all/ })).toHaveCount(0);
  await all.uncheck();
  await expect(page.getByText("1 selected · 1 not shown")).toBeVisible();
});

test("Shift and a click take all from the last one chosen to this one, up and down", async ({
  page,
}) => {
  await open(page, "?sort=user");
  const box = (user: string) => rowOf(page, user).getByRole("checkbox");
  await box("carla").click();
  await box("dora").click({ modifiers: ["Shift"] });
  await expect(page.getByText("2 selected")).toBeVisible();
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await box("dora").click();
  await box("bruno").click({ modifiers: ["Shift"] });
  await expect(page.getByText("3 selected")).toBeVisible();
  await expect(box("carla")).toBeChecked();
  expect(await page.evaluate("String(getSelection())"), "no text is marked by it").toBe("");
});

test("of 3,000 sessions a few dozen are drawn, all are counted, and the last can be seen", async ({
  page,
}) => {
  for (const [place, host] of hosts.entries()) {
    for (let count = 0; count < 1500; count += 1) {
      host.signIn(`many-${String(2 * count + place).padStart(4, "0")}`);
    }
  }
  await open(page, "?search=many&sort=user");
  await expect(page.getByText("3,000 of 3,007 shown")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("table")).toHaveAttribute("aria-rowcount", "3001");
  await expect(rowOf(page, "many-0000")).toBeVisible();
  expect(await page.getByRole("row").count()).toBeLessThan(80);

  await page.getByRole("region", { name: /Active Terminal/ }).focus();
  await page.keyboard.press("End");
  const last = rowOf(page, "many-2999");
  await expect(last).toBeInViewport();
  await expect(last).toHaveAttribute("aria-rowindex", "3001");
  await expect(rowOf(page, "many-0000")).toHaveCount(0);
  expect(await page.getByRole("row").count()).toBeLessThan(80);
  await page.getByRole("checkbox", { name: "Select all shown sessions" }).check();
  await expect(page.getByText("3,000 selected · at most 1,000 at once")).toBeVisible();
  await expect(page.getByRole("button", { name: "Log Out" })).toBeDisabled();
});

async function open(page: Page, search = ""): Promise<void> {
  await signIn(page, rollcall.url);
  await page.goto(`${rollcall.url}${pathname}${search}`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
}

/** Rows of people: at a console nobody is signed in. */
function usersOf(page: Page) {
  const choices = page.getByRole("checkbox", { name: /^Select the session of (?!unknown)/ });
  return page.getByRole("table").getByRole("row").filter({ has: choices });
}

async function choose(page: Page, menu: string, ...names: readonly string[]): Promise<void> {
  await page.getByRole("button", { name: menu, exact: true, expanded: false }).click();
  const choices = page.getByRole("dialog", { name: menu });
  for (const name of names) {
    const [box, radio] = [choices.getByRole("checkbox", { name }), choices.getByRole("radio")];
    await box.or(radio.and(page.getByLabel(name))).click();
  }
  await page.keyboard.press("Escape");
  await expect(choices).toBeHidden();
}
