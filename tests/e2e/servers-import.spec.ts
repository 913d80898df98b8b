import { readFile } from "node:fs/promises";
import { createPlainAccount } from "@/tests/support/plain-account";
import { startRealProftpd } from "@/tests/support/real-proftpd";
import { startRealSshd } from "@/tests/support/real-sshd";
import { startRollcall } from "@/tests/support/start-rollcall";
import { expect, expectAccessible, needs, rowOf, test } from "./rollcall-test";
import { openServers } from "./servers-page";

needs("chromium", "proftpd", "sshd", "sudo", "ss", "root");

test("what is imported is asked at once, tells what its account may not do, and is exported without its key", async ({
  page,
}) => {
  const daemon = await startRealProftpd([]);
  const account = await createPlainAccount(
    (name) => `${name} ALL=(root) NOPASSWD: /usr/bin/true\n`,
  );
  const sshd = await startRealSshd({ account: account.name });
  const rollcall = await startRollcall();
  const key = sshd.privateKey.trimEnd().replaceAll("\n", "\n          ");
  const yaml = `servers:
  - name: web02
    via:
      ssh:
        host: ${sshd.host}
        port: ${sshd.port}
        user: ${account.name}
        hostKey: "${sshd.fingerprint}"
        privateKey: |
          ${key}
    sources: [{ provider: proftpd, scoreboard: ${daemon.scoreboard} }]
`;
  await openServers(page, rollcall);
  await page.getByRole("button", { name: "Import" }).click();
  const dialog = page.getByRole("dialog", { name: "Import servers" });
  const text = dialog.getByRole("textbox", { name: "Servers" });
  await text.fill(yaml.replace("proftpd,", "profptd,"));
  await dialog.getByRole("button", { name: "Import" }).click();
  await expect(dialog.getByRole("alert")).toContainText(/import:\d+: .*profptd/);
  await expectAccessible(page);
  await text.fill(yaml);
  await dialog.getByRole("button", { name: "Import" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(rowOf(page, "web02", "Answered", "remark")).toHaveCount(1);

  await page.getByRole("button", { name: "Details of web02" }).click();
  const line = `${account.name} ALL=(root) NOPASSWD: /usr/local/sbin/rollcall-end`;
  await expect(page.getByText(line, { exact: true })).toBeVisible();
  await expect(page.getByText(sshd.fingerprint)).toBeVisible();
  await expectAccessible(page);

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("rollcall.yaml");
  const exported = await readFile(await download.path(), "utf8");
  expect(exported).toContain("name: web02");
  expect(exported).toContain(sshd.fingerprint);
  expect(exported).not.toContain("PRIVATE KEY");
  await rollcall.stop();
  await sshd.stop();
  await account.remove();
  await daemon.stop();
});
