import type { WindowsHost } from "@/demo/windows-host";

type Reachable = Pick<WindowsHost, "port" | "user" | "password" | "fingerprint">;

/** The configuration file for these Windows hosts. */
export function configOf(hosts: Readonly<Record<string, Reachable>>): string {
  const servers = Object.entries(hosts).map(
    ([name, host]) => `  - name: ${name}
    via:
      ssh: { host: 127.0.0.1, port: ${host.port}, user: ${host.user}, password: "${host.password}", hostKey: "${host.fingerprint}" }
    sources: [{ provider: windows }]
`,
  );
  return `servers:\n${servers.join("")}`;
}
