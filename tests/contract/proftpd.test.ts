import { proftpdProvider } from "@/lib/providers/proftpd/provider";
import { describeWith } from "@/tests/support/describe-with";
import { startRealProftpd } from "@/tests/support/real-proftpd";
import { startOn, type Way, ways } from "@/tests/support/ways";
import { describeSessionSource, type SourceUnderTest } from "./session-source";

const users = ["anna", "bruno"] as const;

for (const way of ways) {
  describeWith(["proftpd", way.needs], "a real ProFTPD", () => {
    describeSessionSource(`proftpd ${way.title}`, () => start(way), users);
  });
}

async function start(way: Way): Promise<SourceUnderTest> {
  const { daemon, transport, signIn, stop } = await startOn(way, () => startRealProftpd(users));
  const settings = { scoreboard: daemon.scoreboard };
  return {
    source: proftpdProvider.open("this-server/proftpd", settings, transport),
    ending: "remove",
    signIn,
    breakDown: () => daemon.stop(),
    stop,
  };
}
