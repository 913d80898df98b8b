import type { Client } from "basic-ftp";
import type { Transport } from "@/lib/sessions/transport";
import { createLocalTransport } from "@/lib/transports/local";
import { createSshTransport } from "@/lib/transports/ssh";
import { isConnected } from "./held-transfers";
import { createPlainAccount, narrowRule } from "./plain-account";
import { findProgram, type Program } from "./programs";
import { startRealSshd } from "./real-sshd";

interface OpenWay {
  readonly transport: Transport;
  close(): Promise<void>;
}

/** One way to a server, with the rights it gives. */
export interface Way {
  readonly title: string;
  readonly needs: Program;
  open(): Promise<OpenWay>;
}

/** The ways that a source is to keep its promises on. */
export const ways: readonly Way[] = [
  { title: "on this machine", needs: "ss", open: openLocally },
  { title: "over SSH as root", needs: "sshd", open: () => openOverSsh() },
  {
    title: "over SSH as a plain account with the narrow sudo rule",
    needs: "sudo",
    open: openPlain,
  },
];

interface FtpDaemon {
  logIn(user: string): Promise<Client>;
  stop(): Promise<void>;
}

/** A daemon and a way to it. Where the way cannot be opened, the daemon is stopped again. */
export async function startOn<Daemon extends FtpDaemon>(way: Way, start: () => Promise<Daemon>) {
  const daemon = await start();
  try {
    const { transport, close } = await way.open();
    return {
      daemon,
      transport,
      /** For the suite that all sources share. */
      async signIn(user: string) {
        const client = await daemon.logIn(user);
        return { isConnected: () => isConnected(client), leave: async () => client.close() };
      },
      async stop() {
        try {
          await close();
        } finally {
          await daemon.stop();
        }
      },
    };
  } catch (error) {
    await daemon.stop();
    throw error;
  }
}

async function openLocally(): Promise<OpenWay> {
  const transport = createLocalTransport();
  return { transport, close: () => transport.close() };
}

async function openOverSsh(account?: string): Promise<OpenWay> {
  const sshd = await startRealSshd(account === undefined ? {} : { account });
  const transport = createSshTransport({
    host: sshd.host,
    port: sshd.port,
    user: sshd.user,
    credential: { privateKey: sshd.privateKey },
    trustedFingerprint: async () => sshd.fingerprint,
  });
  return {
    transport,
    async close() {
      await transport.close();
      await sshd.stop();
    },
  };
}

async function openPlain(): Promise<OpenWay> {
  const pureFtpwho = findProgram("pure-ftpwho") ?? "/usr/sbin/pure-ftpwho";
  const account = await createPlainAccount((name) => narrowRule(name, pureFtpwho));
  try {
    const { transport, close } = await openOverSsh(account.name);
    return {
      transport,
      async close() {
        try {
          await close();
        } finally {
          await account.remove();
        }
      },
    };
  } catch (error) {
    await account.remove();
    throw error;
  }
}
