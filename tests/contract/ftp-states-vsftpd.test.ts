import { vsftpdProvider } from "@/lib/providers/vsftpd/provider";
import { describeWith } from "@/tests/support/describe-with";
import { stateUsers } from "@/tests/support/ftp-states";
import { programOf } from "@/tests/support/own-sessions";
import { bigFile } from "@/tests/support/real-proftpd";
import { startRealVsftpd } from "@/tests/support/real-vsftpd";
import { type Way, ways } from "@/tests/support/ways";
import { describeFtpStates, type Rows, type StatesPlace } from "./ftp-states";

/** Sizes of files, and the name that STOU made, are for root alone to see. */
const rowsFor = (isRoot: boolean): Rows => {
  const measured = isRoot ? "progress" : "bytes";
  return {
    "connected only": ["connecting", null, null, null, null],
    "asked for the password": ["connecting", null, null, null, null],
    idle: ["idle", null, null, "ftp", null],
    "idle after a download": ["idle", null, null, "ftp", null],
    "download read slowly": ["downloading", "RETR", bigFile, "ftp", measured],
    "download not read": ["downloading", "RETR", bigFile, "ftp", measured],
    "resumed download": ["downloading", "RETR", bigFile, "ftp", measured],
    "download without data connection": ["downloading", "RETR", bigFile, "ftp", null],
    upload: ["uploading", "STOR", "up.bin", "ftp", "bytes"],
    "appending upload": ["uploading", "APPE", "log.bin", "ftp", "bytes"],
    "upload under a new name": ["uploading", "STOU", isRoot ? "STOU.1" : null, "ftp", "bytes"],
    "listing without data connection": ["listing", "LIST", null, "ftp", null],
    "half a rename": ["idle", null, null, "ftp", null],
    "idle with TLS": ["idle", null, null, "ftps", null],
    "download with TLS": ["downloading", "RETR", bigFile, "ftps", measured],
    "anonymous and idle": ["idle", null, null, "ftp", null],
    "anonymous download": ["downloading", "RETR", bigFile, "ftp", measured],
    "throttled download": ["downloading", "RETR", bigFile, "ftp", measured],
  };
};

for (const way of ways) {
  describeWith(["vsftpd", way.needs], "a real vsftpd", () => {
    const rows = rowsFor(way.needs !== "sudo");
    describeFtpStates(`vsftpd ${way.title}`, rows, () => start(way));
  });
}

async function start(way: Way): Promise<StatesPlace> {
  const { transport, close } = await way.open();
  const daemon = await startRealVsftpd(stateUsers, { tls: true, anonymous: true });
  const { processId, home } = daemon;
  // The daemons of other tests run copies of their own.
  const program = (await programOf(processId)) ?? "";
  const locationOf = (user: string) => home(user === "ftp" ? "anonymous" : user);
  return {
    daemon: { ...daemon, anonymousFile: bigFile },
    source: vsftpdProvider.open("this-server/vsftpd", { program }, transport),
    processId,
    program,
    locationOf: (user) => (way.needs === "sudo" ? null : locationOf(user)),
    async stop() {
      await close();
      await daemon.stop();
    },
  };
}
