import { startWindowsHost } from "@/demo/windows-host";
import { windowsProvider } from "@/lib/providers/windows/provider";
import { reachWindowsHost } from "@/tests/support/windows-host-transport";
import { connectBare, execBare } from "./bare-ssh";
import { compare } from "./measure";

/** `list` over a kept connection against one bare exec of the same command on a bare ssh2 connection. */
export async function compareWindowsList(): Promise<void> {
  const host = await startWindowsHost();
  for (const user of ["anna", "bruno", "carla"]) host.signIn(user);
  const transport = reachWindowsHost(host);
  const source = windowsProvider.open("bench/windows", {}, transport);
  const bare = await connectBare({
    host: host.host,
    port: host.port,
    username: host.user,
    password: host.password,
  });
  try {
    await source.list(AbortSignal.timeout(5000));
    const command = host.commands().at(-1) ?? "";
    await compare({
      title: "windows: list over a kept SSH connection against one bare exec",
      aim: 1.3,
      rounds: 500,
      subject: () => source.list(AbortSignal.timeout(5000)),
      baseline: () => execBare(bare, command),
    });
  } finally {
    bare.destroy();
    await transport.close();
    await host.stop();
  }
}
