import { createSshTransport } from "@/lib/transports/ssh";
import { type LoginAddress, logInOverSsh } from "./linux-login";
import type { RealSshd } from "./real-sshd";

type Reachable = Pick<RealSshd, "host" | "port" | "privateKey" | "fingerprint">;

/** Rollcall's own way to a server. */
export function reach(server: Reachable, user = "root") {
  return createSshTransport({
    host: server.host,
    port: server.port,
    user,
    credential: { privateKey: server.privateKey },
    trustedFingerprint: async () => server.fingerprint,
  });
}

/** For the suite that all sources share. */
export async function signInTo(address: LoginAddress, user: string) {
  const login = await logInOverSsh(address, user);
  return { ...login, isConnected: async () => login.isConnected() };
}
