import { pureftpdProvider } from "@/lib/providers/pureftpd/provider";
import { describeWith } from "@/tests/support/describe-with";
import { findProgram } from "@/tests/support/programs";
import { startRealPureftpd } from "@/tests/support/real-pureftpd";
import { startOn, type Way, ways } from "@/tests/support/ways";
import { describeSessionSource, type SourceUnderTest } from "./session-source";

// pure-ftpwho lists the sessions of all daemons of the machine, those of other tests among them.
const users = [`anna-${process.pid}`, `bruno-${process.pid}`] as const;

for (const way of ways) {
  describeWith(["pure-ftpd", way.needs], "a real Pure-FTPd", () => {
    describeSessionSource(`pureftpd ${way.title}`, () => start(way), users);
  });
}

async function start(way: Way): Promise<SourceUnderTest> {
  const { daemon, transport, signIn, stop } = await startOn(way, () => startRealPureftpd(users));
  const settings = { ftpwho: findProgram("pure-ftpwho") };
  return {
    source: pureftpdProvider.open("this-server/pureftpd", settings, transport),
    ending: "remove",
    signIn,
    // The daemon of another test may go on and answer, so the way there is cut as well.
    async breakDown() {
      await daemon.stop();
      await transport.close();
    },
    stop,
  };
}
