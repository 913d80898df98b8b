import { proftpdProvider } from "@/lib/providers/proftpd/provider";
import { describeWith } from "@/tests/support/describe-with";
import { isConnected } from "@/tests/support/held-transfers";
import { startRealProftpd } from "@/tests/support/real-proftpd";
import { type Way, ways } from "@/tests/support/ways";
import { describeSessionSource, type SourceUnderTest } from "./session-source";

const users = ["anna", "bruno"] as const;

for (const way of ways) {
  describeWith(["proftpd", way.needs], "a real ProFTPD", () => {
    describeSessionSource(`proftpd ${way.title}`, () => start(way), users);
  });
}

async function start(way: Way): Promise<SourceUnderTest> {
  const { transport, close } = await way.open();
  const daemon = await startRealProftpd(users);
  const settings = { scoreboard: daemon.scoreboard };
  return {
    source: proftpdProvider.open("this-server/proftpd", settings, transport),
    ending: "remove",
    async signIn(user) {
      const client = await daemon.logIn(user);
      return {
        isConnected: () => isConnected(client),
        leave: async () => client.close(),
      };
    },
    breakDown: () => daemon.stop(),
    async stop() {
      await close();
      await daemon.stop();
    },
  };
}
