import { readlink } from "node:fs/promises";
import { vsftpdProvider } from "@/lib/providers/vsftpd/provider";
import { describeWith } from "@/tests/support/describe-with";
import { startRealVsftpd } from "@/tests/support/real-vsftpd";
import { startOn, type Way, ways } from "@/tests/support/ways";
import { describeSessionSource, type SourceUnderTest } from "./session-source";

const users = ["anna", "bruno"] as const;

for (const way of ways) {
  describeWith(["vsftpd", way.needs], "a real vsftpd", () => {
    describeSessionSource(`vsftpd ${way.title}`, () => start(way), users);
  });
}

async function start(way: Way): Promise<SourceUnderTest> {
  const { daemon, transport, signIn, stop } = await startOn(way, () => startRealVsftpd(users));
  // The daemons of other tests run copies of their own.
  const settings = { program: await readlink(`/proc/${daemon.processId}/exe`) };
  return {
    source: vsftpdProvider.open("this-server/vsftpd", settings, transport),
    ending: "remove",
    signIn,
    async breakDown() {
      await daemon.stop();
      // An account that may not see which program a process runs sees the daemons of other tests too.
      if (way.needs === "sudo") await transport.close();
    },
    stop,
  };
}
