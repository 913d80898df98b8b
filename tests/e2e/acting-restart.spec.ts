import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startWindowsHost } from "@/demo/windows-host";
import { freePort } from "@/tests/support/free-port";
import { startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, refresh, rowOf, signIn, test } from "./rollcall-test";
import { configOf } from "./terminal-hosts";

needs("chromium");

test("a restart in the midst of it leaves the dialog open, and says what is not known", async ({
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-restart-"));
  const [quick, slow] = [await startWindowsHost(), await startWindowsHost()];
  quick.signIn("anna");
  const bruno = slow.signIn("bruno");
  slow.behaviour.stuck.add(bruno.id);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { PORT: String(port), ROLLCALL_DATA: join(folder, "data") };
  const config = configOf({ ts01: quick, ts02: slow });
  const first = await startRollcall({ config, env });

  await signIn(page, url);
  await page.goto(`${url}/tools-settings/terminal-sessions`);
  await refresh(page);
  for (const user of ["anna", "bruno"]) await rowOf(page, user).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Log Out" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "OK, log out 2 sessions" }).click();
  await expect(dialog.getByText("1 of 2")).toBeVisible();
  expect(await first.stop()).toBe(0);

  const rows = dialog.getByRole("listitem");
  await expect(dialog.getByRole("alert")).toContainText("not known what became of 1 of 2");
  await expect(rows.filter({ hasText: "anna" })).toContainText("Logged out.");
  await expect(rows.filter({ hasText: "bruno" })).toContainText("What became of it is not known.");
  await expectAccessible(page);

  const again = dialog.getByRole("button", { name: "Try again" });
  await again.click();
  await expect(dialog.getByRole("alert")).toContainText("not known whether anything happened");

  const second = await startRollcall({ config, env });
  slow.behaviour.stuck.clear();
  await again.click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("status")).toHaveText("1 logged out");
  expect(slow.sessions).not.toContain(bruno);

  await second.stop();
  await Promise.all([quick.stop(), slow.stop()]);
  await rm(folder, { recursive: true, force: true });
});
