import type { Locator, Page } from "@playwright/test";
import { startStillFleet } from "@/tests/support/still-fleet";
import { expect, needs, rowOf, test } from "./rollcall-test";

needs("chromium");

const wide = { width: 1440, height: 800 };
const low = { width: 1440, height: 460 };
const narrow = { width: 1024, height: 560 };
const phone = { width: 390, height: 680 };
// What happened while it started is no longer in the last hour.
const calmAtMinute = 61;
const silentAtMinute = 62;

test.use({ viewport: low, locale: "en-GB", timezoneId: "UTC", reducedMotion: "reduce" });

let fleet: Awaited<ReturnType<typeof startStillFleet>>;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  fleet = await startStillFleet(silentAtMinute);
  // The speed of a transfer is known from two looks.
  await fleet.passTo(calmAtMinute - 0.05);
  await fleet.passTo(calmAtMinute);
});
test.afterAll(() => fleet.stop());

test.beforeEach(async ({ context }) => {
  const [name = "", value = ""] = fleet.cookie.split("=");
  await context.addCookies([{ name, value, url: fleet.url }]);
  await context.addInitScript(() => {
    // What counts the seconds since the last answer.
    performance.now = () => 0;
  });
});

const open = (page: Page, path: string) => page.goto(`${fleet.url}/tools-settings${path}`);

/** Resolves when the rows are kept up over the live line, by a word that is the same in both languages. */
async function openLive(page: Page, path: string): Promise<void> {
  await open(page, path);
  await page.getByText("Live", { exact: true }).waitFor();
}

type Theme = "light" | "dark";

/** Of a page, or of the part of it that no other picture has. */
async function expectLook(look: Page | Locator, name: string, ...themes: readonly Theme[]) {
  const page = "page" in look ? look.page() : look;
  await page.evaluate(() => document.fonts.ready);
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    await expect(look).toHaveScreenshot(`${name}-${colorScheme}.png`);
  }
}

test("FTP sessions look as ever: with some selected, removed, and one in detail", async ({
  page,
}) => {
  await openLive(page, "/ftp-sessions");
  const uploading = rowOf(page, "Uploading").first();
  await uploading.getByRole("checkbox").check();
  await rowOf(page, "Downloading").first().getByRole("checkbox").check();
  await expectLook(page, "ftp-sessions", "light", "dark");
  await page.setViewportSize(wide);
  await page.getByRole("button", { name: "Remove" }).click();
  await expectLook(page.getByRole("dialog"), "remove-dialog", "light", "dark");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.setViewportSize(low);
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await uploading.getByText("Uploading").click();
  await page.getByRole("complementary", { name: "Uploading" }).waitFor();
  await expectLook(page, "detail", "dark");
});

test("terminal sessions look as ever, where there is little room", async ({ page }) => {
  await page.setViewportSize(narrow);
  await openLive(page, "/terminal-sessions");
  await expectLook(page, "terminal-sessions", "light");
});

test("a phone shows cards as ever", async ({ page }) => {
  await page.setViewportSize(phone);
  await openLive(page, "/ftp-sessions");
  await expectLook(page, "phone", "light");
});

test("a page without anything on it looks as ever", async ({ page }) => {
  await page.setViewportSize(narrow);
  await open(page, "/domains");
  await expectLook(page, "empty", "light");
});

test("the sign-in page looks as ever", async ({ page, context }) => {
  await context.clearCookies();
  await page.setViewportSize(narrow);
  await page.goto(`${fleet.url}/sign-in`);
  await expectLook(page, "sign-in", "light", "dark");
});

test.describe("in German", () => {
  test.use({ locale: "de-DE", viewport: narrow });

  test("FTP sessions look as ever", async ({ page }) => {
    await openLive(page, "/ftp-sessions");
    await expectLook(page, "german", "light");
  });
});

test("Tools & Settings and the sessions of a silent server look as ever", async ({ page }) => {
  await fleet.passTo(silentAtMinute + 1);
  await page.setViewportSize(wide);
  await open(page, "");
  await expectLook(page, "overview", "light", "dark");
  await page.setViewportSize(narrow);
  await openLive(page, "/ftp-sessions?search=newsroom");
  await expectLook(page, "silent", "light");
});
