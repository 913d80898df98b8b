import type { Client } from "basic-ftp";
import { proftpdProvider } from "@/lib/providers/proftpd/provider";
import type { Transport } from "@/lib/sessions/transport";
import { createLocalTransport } from "@/lib/transports/local";
import { createSshTransport } from "@/lib/transports/ssh";
import { describeWith } from "@/tests/support/describe-with";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { startRealSshd } from "@/tests/support/real-sshd";
import { describeSessionSource, type SourceUnderTest } from "./session-source";

const users = ["anna", "bruno"] as const;

describeWith("proftpd", "proftpd", () => {
  describeSessionSource(
    "proftpd on this machine",
    () => start(createLocalTransport(), async () => undefined),
    users,
  );
});

describeWith("sshd", "proftpd on another server", () => {
  describeSessionSource("proftpd over SSH", startOverSsh, users);
});

async function startOverSsh(): Promise<SourceUnderTest> {
  const { host, port, user, privateKey, fingerprint, stop } = await startRealSshd();
  const transport = createSshTransport({
    host,
    port,
    user,
    credential: { privateKey },
    trustedFingerprint: async () => fingerprint,
  });
  return start(transport, stop);
}

async function start(
  transport: Transport,
  stopServer: () => Promise<void>,
): Promise<SourceUnderTest> {
  const daemon = await startRealProftpd(users);
  const settings = { scoreboard: daemon.scoreboard };
  return {
    source: proftpdProvider.open("this-server/proftpd", settings, transport),
    ending: "remove",
    signIn: (user) => signIn(daemon, user),
    breakDown: () => daemon.stop(),
    async stop() {
      await transport.close();
      await stopServer();
      await daemon.stop();
    },
  };
}

async function signIn(daemon: RealProftpd, user: string) {
  const client = await daemon.logIn(user);
  return {
    isConnected: () => answers(client),
    async leave() {
      client.close();
    },
  };
}

async function answers(client: Client): Promise<boolean> {
  if (client.closed) return false;
  try {
    await client.send("NOOP");
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
