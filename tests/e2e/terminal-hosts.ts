import type { Page } from "@playwright/test";
import type { RunningRollcall } from "@/tests/support/start-rollcall";
import type { WindowsHost } from "@/tests/support/windows-host";
import { signIn } from "./rollcall-test";

/** The configuration file for these Windows hosts. */
export function configOf(hosts: Readonly<Record<string, WindowsHost>>): string {
  const servers = Object.entries(hosts).map(
    ([name, host]) => `  - name: ${name}
    via:
      ssh: { host: 127.0.0.1, port: ${host.port}, user: ${host.user}, password: "${host.password}", hostKey: "${host.fingerprint}" }
    sources: [{ provider: windows }]
`,
  );
  return `servers:\n${servers.join("")}`;
}

export async function openTerminalSessions(page: Page, { url }: RunningRollcall): Promise<void> {
  await signIn(page, url);
  await page.goto(`${url}/tools-settings/terminal-sessions`);
  await refresh(page);
}

/** Resolves when what the servers answered is on the page. */
export async function refresh(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByText("Checked.", { exact: true }).waitFor({ state: "attached" });
}
