import { expect, test } from "vitest";
import { english } from "@/components/words/en";
import type { FtpSession, TerminalSession } from "@/lib/sessions/session";
import { mayComeBack, whatIsLost, whereFrom } from "./what-is-lost";

const ref = { sourceId: "web01/proftpd", id: "1", user: "anna", start: null, name: null };
const known = { ref, user: "anna", remoteAddress: null, startedAt: null, idleSeconds: null };

const transfer: FtpSession = {
  ...known,
  kind: "ftp",
  type: null,
  status: "uploading",
  command: "STOR",
  connectedSeconds: null,
  domain: null,
  virtualHost: null,
  home: null,
  location: null,
  clientLocation: null,
  fileName: "backup.zip",
  filePath: null,
  bytesTransferred: 412_000_000,
  bytesPerSecond: null,
  progressPercent: null,
  protocol: null,
  pid: 1,
};

const terminal: TerminalSession = {
  ...known,
  kind: "terminal",
  id: 2,
  name: "rdp-tcp#3",
  status: "logged-in",
  statusText: "Active",
  isService: false,
  actions: ["disconnect", "logOff", "reset", "sendMessage"],
  domain: null,
  clientName: null,
  pid: null,
  idleText: null,
  logonText: null,
};

test("an upload that is cut is said to stay incomplete", () => {
  expect(whatIsLost(english, "remove", transfer)).toBe(
    "Upload of backup.zip (412 MB so far) stops and stays incomplete.",
  );
});

test("a download says how far it came, and no percentage is made up", () => {
  const download = { ...transfer, status: "downloading" } as const;
  expect(whatIsLost(english, "remove", { ...download, progressPercent: 62.4 })).toContain(
    "(62\u00a0% so far)",
  );
  expect(whatIsLost(english, "remove", { ...download, bytesTransferred: null })).toBe(
    "Download of backup.zip stops.",
  );
});

test("a client that is gone may still have a file under way", () => {
  const gone = { ...transfer, status: "client-gone" } as const;
  expect(whatIsLost(english, "remove", gone)).toContain(
    "The transfer of backup.zip (412 MB so far) stops.",
  );
  expect(whatIsLost(english, "remove", { ...gone, fileName: null })).not.toContain("transfer");
});

test("where nobody knows what a session does, it is not said that no file is under way", () => {
  const working = { ...transfer, status: "working", fileName: null } as const;
  expect(whatIsLost(english, "remove", working)).toBe(
    "Whether a file is under way is not known; the connection closes.",
  );
});

test("removing by force says that nothing is tidied up, and of an upload that it stays as it is", () => {
  expect(whatIsLost(english, "forceRemove", transfer)).toBe(
    "Its process is ended without any chance to tidy up. Upload of backup.zip (412 MB so far) stops and stays as it is.",
  );
  expect(whatIsLost(english, "forceRemove", { ...transfer, status: "idle" })).toMatch(
    /without any chance to tidy up\. No file is under way/,
  );
  expect(mayComeBack(english, "forceRemove", transfer)).toBe("anna can sign in again.");
});

test("Disconnect says that programs keep running, Log Out that unsaved work is lost", () => {
  expect(whatIsLost(english, "disconnect", terminal)).toContain("Programs keep running");
  expect(whatIsLost(english, "logOff", terminal)).toContain("Unsaved work is lost");
});

test("Reset says that the session is deleted at once", () => {
  expect(whatIsLost(english, "reset", terminal)).toMatch(/deleted at once.*Unsaved work is lost/);
  expect(whatIsLost(english, "reset", { ...terminal, pid: 7 })).toMatch(
    /processes are ended at once/,
  );
});

test("who is meant is told by id, client, account and times, as far as they are known", () => {
  const row = {
    key: "",
    server: "ts01",
    provider: "windows",
    session: terminal,
    isOwn: false,
    staleSince: null,
    answeredAt: new Date(0),
    limits: [],
  };
  expect(whereFrom(english, row, new Date(0))).toBe("ts01 · session 2 (rdp-tcp#3)");
  const known = { domain: "CORP", clientName: "LAPTOP", remoteAddress: "203.0.113.7" };
  const times = { startedAt: new Date(0), logonText: "1/1/1970 12:00 AM", idleSeconds: 720 };
  expect(
    whereFrom(english, { ...row, session: { ...terminal, ...known, ...times } }, new Date(600_000)),
  ).toBe(
    "ts01 · session 2 (rdp-tcp#3) · from LAPTOP, 203.0.113.7 · CORP\\anna · signed in 10 min ago · idle 12 min",
  );
  const printed = { ...terminal, name: null, logonText: "25/07/2016 07:50" };
  expect(whereFrom(english, { ...row, session: printed }, new Date(0))).toBe(
    "ts01 · session 2 · signed in 25/07/2016 07:50 by its own clock",
  );
});

test("two connections of one user from one address are told apart", () => {
  const row = {
    key: "",
    server: "web01",
    provider: "proftpd",
    session: transfer,
    isOwn: false,
    staleSince: null,
    answeredAt: new Date(0),
    limits: [],
  };
  expect(whereFrom(english, row, new Date(0))).toBe("web01 · process 1 · address not known");
  expect(whereFrom(english, { ...row, session: { ...transfer, pid: 2 } }, new Date(0))).toContain(
    "process 2",
  );
});

test("who has not signed in is never said to have", () => {
  const session: FtpSession = {
    ...transfer,
    user: null,
    status: "connecting",
    connectedSeconds: 32,
  };
  const row = {
    key: "",
    server: "web01",
    provider: "proftpd",
    session,
    isOwn: false,
    staleSince: null,
    answeredAt: new Date(60_000),
    limits: [],
  };
  expect(whereFrom(english, row, new Date(60_000))).toMatch(/connected 32 s ago$/);
});
