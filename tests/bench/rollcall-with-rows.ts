import { startWindowsHost } from "@/demo/windows-host";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";

/** The built product, watching one Windows server with so many people signed in. */
export async function startRollcallWithRows(
  rows: number,
  moreConfig = "",
): Promise<RunningRollcall> {
  // Builds what the sources are now, unless that is built already.
  await import("@/scripts/build");
  const host = await startWindowsHost();
  for (let count = 0; count < rows; count += 1) host.signIn(`user${count}`);
  const rollcall = await startRollcall({
    config: `servers:
  - name: ts01
    via:
      ssh: { host: 127.0.0.1, port: ${host.port}, user: ${host.user}, password: ${host.password}, hostKey: "${host.fingerprint}" }
    sources: [{ provider: windows }]
${moreConfig}
`,
  });
  return {
    ...rollcall,
    async stop() {
      const exitCode = await rollcall.stop();
      await host.stop();
      return exitCode;
    },
  };
}
