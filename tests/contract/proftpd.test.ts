import type { Client } from "basic-ftp";
import { proftpdProvider } from "@/lib/providers/proftpd/provider";
import { createLocalTransport } from "@/lib/transports/local";
import { describeWith } from "@/tests/support/describe-with";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { describeSessionSource, type SourceUnderTest } from "./session-source";

const users = ["anna", "bruno"] as const;

describeWith("proftpd", "proftpd", () => {
  describeSessionSource("proftpd on this machine", startLocally, users);
});

async function startLocally(): Promise<SourceUnderTest> {
  const daemon = await startRealProftpd(users);
  const transport = createLocalTransport();
  const settings = { scoreboard: daemon.scoreboard };
  return {
    source: proftpdProvider.open("this-server/proftpd", settings, transport),
    ending: "remove",
    signIn: (user) => signIn(daemon, user),
    breakDown: () => daemon.stop(),
    async stop() {
      await transport.close();
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
