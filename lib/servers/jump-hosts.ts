import type { SshAddress } from "@/lib/config/config";
import type { TrustedHostKeys } from "@/lib/store/trusted-host-keys";
import { straight, through, type Way } from "@/lib/transports/dial";
import { type KeptConnection, keepConnection } from "@/lib/transports/kept-connection";

type JumpHost = NonNullable<SshAddress["jump"]>;

/** The servers that lead to others, each connected once for all that are behind it. */
export interface JumpHosts {
  wayTo(address: SshAddress): Way;
  close(): void;
}

export function openJumpHosts(trustedHostKeys: Pick<TrustedHostKeys, "find">): JumpHosts {
  const connections = new Map<string, KeptConnection>();

  const open = (jump: JumpHost) =>
    keepConnection({
      ...jump,
      trustedFingerprint: async () =>
        jump.hostKey ?? (await trustedHostKeys.find(jumpName(jump))) ?? null,
    });

  return {
    wayTo({ jump }) {
      if (!jump) return straight;
      const key = JSON.stringify(jump);
      const connection = connections.get(key) ?? open(jump);
      connections.set(key, connection);
      return through(jump, connection);
    },
    close() {
      for (const connection of connections.values()) connection.close();
    },
  };
}

/** What its host key is pinned as: it is a server of no name of its own. */
export function jumpName({ host, port }: Pick<JumpHost, "host" | "port">): string {
  return `jump host ${host} port ${port}`;
}
