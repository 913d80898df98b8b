import type { WindowsHost } from "@/demo/windows-host";
import type { Transport } from "@/lib/sessions/transport";
import { createSshTransport } from "@/lib/transports/ssh";

/** The real way to a test host: SSH, password, pinned host key. */
export function reachWindowsHost(host: WindowsHost): Transport {
  return createSshTransport({
    host: host.host,
    port: host.port,
    user: host.user,
    credential: { password: host.password },
    trustedFingerprint: async () => host.fingerprint,
  });
}
