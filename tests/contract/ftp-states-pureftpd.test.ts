import { open, rm } from "node:fs/promises";
import { expect } from "vitest";
import { pureftpdProvider } from "@/lib/providers/pureftpd/provider";
import { describeWith } from "@/tests/support/describe-with";
import { stateUsers } from "@/tests/support/ftp-states";
import { programOf } from "@/tests/support/own-sessions";
import { findProgram } from "@/tests/support/programs";
import { bigFile } from "@/tests/support/real-proftpd";
import { startRealPureftpd } from "@/tests/support/real-pureftpd";
import { type Way, ways } from "@/tests/support/ways";
import { describeFtpStates, type Rows, type StatesPlace } from "./ftp-states";

/** The home of the system's user `ftp`, where Pure-FTPd takes anonymous sessions. */
const anonymousHome = "/srv/ftp";
const anonymousFile = `rollcall-test-${process.pid}.bin`;

/** Pure-FTPd names no verbs and no protocol, and everything but a transfer is idle to it. */
const rows: Rows = {
  "connected only": ["connecting", null, null, null, null],
  "asked for the password": ["connecting", null, null, null, null],
  idle: ["idle", null, null, null, null],
  "idle after a download": ["idle", null, null, null, null],
  "download read slowly": ["downloading", null, bigFile, null, "progress"],
  "download not read": ["downloading", null, bigFile, null, "progress"],
  "resumed download": ["downloading", null, bigFile, null, "progress"],
  "download without data connection": ["idle", null, null, null, null],
  upload: ["uploading", null, "up.bin", null, "bytes"],
  "appending upload": ["uploading", null, "log.bin", null, "bytes"],
  "upload under a new name": [
    "uploading",
    null,
    expect.stringMatching(/^pureftpd\./),
    null,
    "bytes",
  ],
  "listing without data connection": ["idle", null, null, null, null],
  "half a rename": ["idle", null, null, null, null],
  "idle with TLS": ["idle", null, null, null, null],
  "download with TLS": ["downloading", null, bigFile, null, "progress"],
  "anonymous and idle": ["idle", null, null, null, null],
  "anonymous download": ["downloading", null, anonymousFile, null, "progress"],
  "throttled download": ["downloading", null, bigFile, null, "progress"],
};

for (const way of ways) {
  describeWith(["pure-ftpd", way.needs], "a real Pure-FTPd", () => {
    describeFtpStates(`Pure-FTPd ${way.title}`, rows, () => start(way));
  });
}

async function start(way: Way): Promise<StatesPlace> {
  const { transport, close } = await way.open();
  const daemon = await startRealPureftpd(stateUsers, { tls: true, anonymous: true });
  const { processId, home } = daemon;
  const file = await open(`${anonymousHome}/${anonymousFile}`, "w");
  await file.truncate(50_000_000);
  await file.close();
  const locationOf = (user: string) => (user === "ftp" ? anonymousHome : home(user));
  return {
    daemon: { ...daemon, anonymousFile },
    source: pureftpdProvider.open(
      "this-server/pureftpd",
      { ftpwho: findProgram("pure-ftpwho") },
      transport,
    ),
    processId,
    program: (await programOf(processId)) ?? "",
    locationOf: (user) => (way.needs === "sudo" ? null : locationOf(user)),
    async stop() {
      await close();
      await daemon.stop();
      await rm(`${anonymousHome}/${anonymousFile}`);
    },
  };
}
