import { proftpdProvider } from "@/lib/providers/proftpd/provider";
import { describeWith } from "@/tests/support/describe-with";
import { stateUsers } from "@/tests/support/ftp-states";
import { programOf } from "@/tests/support/own-sessions";
import { bigFile, startRealProftpd } from "@/tests/support/real-proftpd";
import { type Way, ways } from "@/tests/support/ways";
import { describeFtpStates, type Rows, type StatesPlace } from "./ftp-states";

const rows: Rows = {
  "connected only": ["connecting", null, null, "ftp", null],
  "asked for the password": ["connecting", null, null, "ftp", null],
  idle: ["idle", null, null, "ftp", null],
  "idle after a download": ["idle", null, null, "ftp", null],
  "download read slowly": ["downloading", "RETR", bigFile, "ftp", "progress"],
  "download not read": ["downloading", "RETR", bigFile, "ftp", "progress"],
  "resumed download": ["downloading", "RETR", bigFile, "ftp", "progress"],
  "download without data connection": ["downloading", "RETR", bigFile, "ftp", null],
  upload: ["uploading", "STOR", "up.bin", "ftp", "bytes"],
  "appending upload": ["uploading", "APPE", "log.bin", "ftp", "bytes"],
  "upload under a new name": ["uploading", "STOU", null, "ftp", "bytes"],
  "listing without data connection": ["listing", "LIST", null, "ftp", null],
  "half a rename": ["idle", null, null, "ftp", null],
  "idle with TLS": ["idle", null, null, "ftps", null],
  "download with TLS": ["downloading", "RETR", bigFile, "ftps", "progress"],
  "anonymous and idle": ["idle", null, null, "ftp", null],
  "anonymous download": ["downloading", "RETR", bigFile, "ftp", "progress"],
  "SFTP and idle": ["idle", null, null, "sftp", null],
  "throttled download": ["downloading", "RETR", bigFile, "ftp", "progress"],
};

for (const way of ways) {
  describeWith(["proftpd", way.needs], "a real ProFTPD", () => {
    describeFtpStates(`ProFTPD ${way.title}`, rows, () => start(way));
  });
}

async function start(way: Way): Promise<StatesPlace> {
  const { transport, close } = await way.open();
  const options = { tls: true, sftp: true, anonymous: true } as const;
  const daemon = await startRealProftpd(stateUsers, options);
  const { scoreboard, processId } = daemon;
  return {
    daemon: { ...daemon, anonymousFile: bigFile },
    source: proftpdProvider.open("this-server/proftpd", { scoreboard }, transport),
    processId,
    program: (await programOf(processId)) ?? "",
    locationOf: (user) => (way.needs === "sudo" ? "/" : daemon.home(user)),
    async stop() {
      await close();
      await daemon.stop();
    },
  };
}
