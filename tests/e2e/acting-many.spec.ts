import { startWindowsHost, type WindowsHost } from "@/demo/windows-host";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { expect, needs, openSessions, test } from "./rollcall-test";
import { configOf } from "./terminal-hosts";

needs("chromium");

const sizes = [334, 333, 333];
let hosts: readonly WindowsHost[];
let rollcall: RunningRollcall;
test.beforeAll(async () => {
  hosts = await Promise.all(sizes.map(() => startWindowsHost()));
  for (const [place, host] of hosts.entries()) {
    for (let count = 0; count < (sizes[place] ?? 0); count += 1) host.signIn(`u${place}-${count}`);
  }
  const named = hosts.map((host, place) => [`ts0${place + 1}`, host] as const);
  rollcall = await startRollcall({ config: configOf(Object.fromEntries(named)) });
});
test.afterAll(async () => {
  await rollcall.stop();
  await Promise.all(hosts.map((host) => host.stop()));
});

test("of a thousand, each is told as soon as it is over, and one that is slow holds up none", async ({
  page,
}) => {
  test.slow();
  const slow = hosts[0]?.sessions.find(({ user }) => user === "u0-7");
  if (slow) hosts[0]?.behaviour.stuck.add(slow.id);
  await openSessions(page, rollcall, "terminal");
  await page.getByRole("checkbox", { name: "Select all shown sessions" }).check();
  await expect(page.getByText("1,000 selected")).toBeVisible();
  await page.getByRole("button", { name: "Log Out" }).click();

  const dialog = page.getByRole("dialog");
  await expect(dialog).toHaveAccessibleName("Log Out 1,000 terminal sessions?");
  const consent = dialog.getByRole("button", { name: "OK, log out 1,000 sessions" });
  await expect(consent).toHaveAttribute("aria-disabled", "true");
  await dialog.getByLabel("Type 1000 to confirm").fill("1000");
  await consent.click();
  await expect(dialog.getByText("999 of 1,000")).toBeVisible({ timeout: 30_000 });
  const rows = dialog.getByRole("listitem");
  await expect(rows.filter({ hasText: "Logged out." })).toHaveCount(999);
  await expect(rows.filter({ hasText: "Logging out…" })).toHaveText(/^u0-7/);

  await page.getByRole("button", { name: "Refresh", includeHidden: true }).dispatchEvent("click");
  const checked = page.getByText("Checked.", { exact: true });
  await expect(checked, "what else is asked does not wait").toBeAttached();
  await expect(dialog.getByText("999 of 1,000")).toBeVisible();

  if (slow) hosts[0]?.sessions.splice(hosts[0].sessions.indexOf(slow), 1);
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("status")).toHaveText("1,000 logged out");
  for (const host of hosts) {
    expect(host.sessions.filter(({ user }) => user?.startsWith("u"))).toEqual([]);
    expect(host.endedItself).toBe(false);
  }
});
