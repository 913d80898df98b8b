import type { Page } from "@playwright/test";
import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, rowOf, signIn, test } from "./rollcall-test";
import { configOf } from "./terminal-hosts";

needs("chromium");

let host: WindowsHost;
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  host = await startWindowsHost();
  for (const user of ["anna", "bruno"]) host.signIn(user);
  for (let count = 10; count < 90; count += 1) host.signIn(`user-${count}`);
  rollcall = await startRollcall({ config: configOf({ ts01: host }) });
});
test.afterAll(async () => {
  await rollcall.stop();
  await host.stop();
});

test("somebody is found, chosen and logged out without a mouse", async ({ page }) => {
  host.signIn("zoe");
  await open(page);
  await press(page, "/", "z", "o", "e", "Enter", "j");
  await expect(page.getByRole("searchbox")).toHaveValue("zoe");
  await expect(rowOf(page, "zoe")).toBeFocused();
  await press(page, "x", "Delete");
  const dialog = page.getByRole("dialog", { name: "Log Out 1 terminal session of zoe?" });
  await expect(dialog).toBeVisible();
  await press(page, "Escape");
  await expect(dialog).toHaveCount(0);
  await expect(rowOf(page, "zoe"), "the dialog gives the focus back").toBeFocused();
  await press(page, "Delete");
  await dialog.getByRole("button", { name: "OK, log out session" }).press("Enter");
  await expect(page.getByRole("status")).toHaveText("1 logged out");
  expect(host.sessions.map(({ user }) => user)).not.toContain("zoe");
  expect(host.sessions.map(({ user }) => user)).toContain("anna");
});

test("Escape empties the search, and then leaves it for the rows", async ({ page }) => {
  await open(page);
  const search = page.getByRole("searchbox");
  await press(page, "/", "b", "r", "u");
  await expect(page.getByText(/^1 of/)).toBeVisible();
  await press(page, "Escape");
  await expect(search).toHaveValue("");
  await expect(search).toBeFocused();
  await press(page, "Escape", "j");
  await expect(search).toHaveValue("");
  await expect(rowOf(page, "anna")).toBeFocused();
});

test("arrows, j and k go from row to row; the row is in sight, and seen to have the focus", async ({
  page,
}) => {
  await open(page);
  await press(page, "ArrowDown");
  await expect(rowOf(page, "anna")).toBeFocused();
  const looks = () =>
    rowOf(page, "anna")
      .getByRole("cell")
      .last()
      .evaluate((cell) => getComputedStyle(cell).boxShadow);
  expect(await looks()).not.toBe("none");
  await expectAccessible(page);
  await press(page, "j");
  await expect(rowOf(page, "bruno")).toBeFocused();
  expect(await looks()).toBe("none");
  await press(page, "k", "ArrowUp", "k");
  await expect(rowOf(page, "anna")).toBeFocused();

  for (let count = 0; count < 45; count += 1) await press(page, "j");
  await expect(rowOf(page, "user-53")).toBeFocused();
  await expectInSight(page, "user-53");
  await press(page, "x");
  await page.getByRole("button", { name: "Log Out" }).waitFor();
  await expectInSight(page, "user-53");
  for (let count = 0; count < 40; count += 1) await press(page, "k");
  await expect(rowOf(page, "user-13")).toBeFocused();
  await expectInSight(page, "user-13");
});

test("x selects the row, Shift+x all up to it, and Escape goes back one thing at a time", async ({
  page,
}) => {
  await open(page);
  await press(page, "j", "j", "x", "j", "j", "Shift+X");
  await expect(page.getByText("3 selected")).toBeVisible();
  await expect(rowOf(page, "user-10").getByRole("checkbox")).toBeChecked();
  await press(page, "x");
  await expect(page.getByText("2 selected")).toBeVisible();

  await press(page, "Enter");
  const detail = (user: string) => page.getByRole("complementary", { name: `${user}, Logged in` });
  await expect(detail("user-11")).toBeVisible();
  await press(page, "ArrowDown");
  await expect(detail("user-12")).toBeVisible();
  await expect(detail("user-11")).toHaveCount(0);
  await press(page, "Escape");
  await expect(detail("user-12")).toHaveCount(0);
  await expect(rowOf(page, "user-12")).toBeFocused();
  await press(page, "Escape");
  await expect(rowOf(page, "user-12")).not.toBeFocused();
  await expect(page.getByText("2 selected")).toBeVisible();
  await press(page, "Escape");
  await expect(page.getByText("2 selected")).toHaveCount(0);
});

test("r asks the servers, p pauses and goes on, and ? lists every key", async ({ page }) => {
  await open(page);
  await press(page, "r");
  await expect(page.getByRole("status")).toHaveText("Checked.");
  await press(page, "p");
  await expect(page.getByText(/^Paused since/)).toBeVisible();
  await press(page, "p");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await press(page, "?");
  const list = page.getByRole("dialog", { name: "Keys" });
  for (const key of [
    "/",
    "↑",
    "↓",
    "j",
    "k",
    "x",
    "Shift+x",
    "Enter",
    "Delete",
    "r",
    "p",
    "Esc",
    "?",
  ]) {
    await expect(list.getByText(key, { exact: true })).toBeVisible();
  }
  await expectAccessible(page);
  await press(page, "p", "j", "Escape");
  await expect(list).toHaveCount(0);
  await expect(page.getByText(/^Paused since/), "a dialog takes no keys of the table").toHaveCount(
    0,
  );
  await expect(page.locator("tr:focus")).toHaveCount(0);
});

test("while somebody types, keys are letters", async ({ page }) => {
  await open(page);
  await press(page, "j", "x", "/", ..."xjkpr?/", "Delete");
  await expect(page.getByRole("searchbox")).toHaveValue("xjkpr?/");
  await expect(page.getByText(/^Paused since/)).toHaveCount(0);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await press(page, "Escape", "Escape", "Delete");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /^Reason/ }).press("p");
  await expect(dialog.getByRole("textbox", { name: /^Reason/ })).toHaveValue("p");
  await press(page, "Escape");
  await expect(page.getByText(/^Paused since/)).toHaveCount(0);
  await expect(page.getByText("1 selected")).toBeVisible();
});

test("a row that is scrolled out of sight keeps the focus, and the next key comes back to it", async ({
  page,
}) => {
  await open(page);
  await press(page, "j", "j");
  await scrollToEnd(page);
  await expect(rowOf(page, "bruno")).not.toBeInViewport();
  await expect(rowOf(page, "bruno")).toBeFocused();
  await press(page, "j");
  await expect(rowOf(page, "user-10")).toBeFocused();
  await expectInSight(page, "user-10");
});

test("keys go on from the row whose checkbox has the focus, which scrolling does not take away", async ({
  page,
}) => {
  await open(page);
  await page.getByRole("columnheader").last().getByRole("button").focus();
  await press(page, "Tab", "Tab", "Space");
  const box = rowOf(page, "bruno").getByRole("checkbox");
  await expect(box).toBeChecked();
  await scrollToEnd(page);
  await expect(rowOf(page, "bruno")).not.toBeInViewport();
  await expect(box).toBeFocused();
  await press(page, "j", "x");
  await expect(rowOf(page, "user-10").getByRole("checkbox")).toBeChecked();
});

async function open(page: Page): Promise<void> {
  await signIn(page, rollcall.url);
  await page.goto(`${rollcall.url}/tools-settings/terminal-sessions?sort=user`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function scrollToEnd(page: Page): Promise<void> {
  await page.getByRole("region", { name: /^Active Terminal/ }).hover();
  await page.mouse.wheel(0, 10_000);
  await expect(rowOf(page, "user-89")).toBeInViewport();
}

/** Not behind the head of the table either. */
async function expectInSight(page: Page, user: string): Promise<void> {
  await expect(rowOf(page, user)).toBeInViewport({ ratio: 1 });
  const [head, row] = [page.getByRole("row").first(), rowOf(page, user)];
  const [above, at] = [await head.boundingBox(), await row.boundingBox()];
  expect(at?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
}
