import { expect, test } from "vitest";
import { english } from "@/components/words/en";
import type { Session } from "@/lib/sessions/session";
import type { SourceLimit } from "@/lib/sessions/source-limit";
import { ftpSession, panelSession } from "@/tests/support/live-sessions";
import { terminalSession } from "@/tests/support/scripted-source";
import type { DetailField } from "./detail-field";
import { detailFields } from "./detail-fields";
import type { SessionRow } from "./roll-view";

const answeredAt = new Date("2026-11-23T18:00:00Z");
const asOf = new Date("2026-11-23T18:00:30Z");

const upload = {
  ...ftpSession(4711, "anna"),
  connectedSeconds: 720,
  idleSeconds: 4,
  filePath: "/var/www/größte Datei.zip",
};

test("an FTP session is told in full, and what is taken elsewhere can be copied", () => {
  const fields = detailFields(english, row(upload), asOf);
  expect(labels(fields)).toEqual([
    "Type",
    "Status",
    "Command",
    "FTP User Login",
    "Domain Name",
    "Virtual Host",
    "Home",
    "Current Location",
    "As the Client Sees It",
    "File Name",
    "Full Path",
    "Transferred",
    "Speed",
    "Progress",
    "Protocol",
    "IP Address",
    "Process",
    "Logon Time",
    "Idle Time",
    "Server",
    "Software",
  ]);
  expect(said(fields)).toMatchObject({
    Status: "Uploading",
    Command: "STOR",
    Transferred: "1 MB",
    Speed: "10 KB/s",
    "Logon Time": "2026-11-23T17:48:00.000Z, 12 min ago",
    "Idle Time": "Active within the last minute",
    Software: "ProFTPD",
  });
  expect(fields.filter(isCopied).map(({ label }) => label)).toEqual([
    "FTP User Login",
    "Current Location",
    "As the Client Sees It",
    "File Name",
    "Full Path",
    "IP Address",
    "Process",
  ]);
});

test("what an FTP session does not tell is not told, and never as 0 or empty", () => {
  const blank = {
    ...ftpSession(4711, null),
    remoteAddress: null,
    startedAt: null,
    location: null,
    clientLocation: null,
    fileName: null,
    bytesTransferred: null,
    bytesPerSecond: null,
    protocol: null,
  };
  const fields = detailFields(english, row(blank), asOf);
  const known = fields.filter(({ value }) => value !== null);
  expect(labels(known)).toEqual(["Status", "Process", "Server", "Software"]);
  expect(fields.every(({ value, why }) => value !== null || why !== "")).toBe(true);
  expect(whyNot(fields)).toMatchObject({
    Type: "Not signed in yet",
    "FTP User Login": "Not signed in yet",
    "File Name": "No file is under way",
    Speed: "No file is under way",
    "IP Address": "The server does not say",
    "Idle Time": "Not signed in yet",
  });
  const working = { ...blank, status: "working", user: "anna" } as const;
  expect(whyNot(detailFields(english, row(working), asOf))).toMatchObject({
    "File Name": "The server does not say",
  });
});

test("an upload, whose whole size nobody knows, has no progress and says why", () => {
  expect(whyNot(detailFields(english, row(upload), asOf))).toMatchObject({
    Progress: "Only bytes so far: the whole size is not known",
  });
  const download = { ...upload, status: "downloading", progressPercent: 0 } as const;
  expect(said(detailFields(english, row(download), asOf))).toMatchObject({ Progress: "0 %" });
});

test("a folder that is known only as the client sees it is said to be that", () => {
  const inside = { ...upload, location: "/pub", clientLocation: "/pub" };
  const noDetails = [{ code: "no-process-details", remedy: null, count: null }] as const;
  const noteOf = (session: Session, limits: readonly SourceLimit[] = []) =>
    detailFields(english, row(session, limits), asOf).find(
      ({ label }) => label === "Current Location",
    )?.note;
  expect(noteOf(inside)).toBeUndefined();
  expect(noteOf(inside, noDetails)).toContain("As the client sees it.");
  expect(noteOf({ ...inside, location: null, clientLocation: null }, noDetails)).toBeUndefined();
});

test("a Windows session is told with what the server printed where that cannot be read", () => {
  const session = { ...terminalSession(2, "anna"), statusText: "Aktiv", idleText: "1+02:03" };
  const fields = detailFields(english, row(session), asOf);
  expect(said(fields)).toEqual({
    Status: "Logged in",
    "As the Server Says": "Aktiv",
    Name: "rdp-tcp#2",
    User: "anna",
    "Session ID": "2",
    "Logon Time": "9:00",
    "Idle Time": "1+02:03",
    Server: "ts01",
    Software: "Windows",
  });
  expect(fields.filter(({ note }) => note).map(({ label }) => label)).toEqual([
    "Logon Time",
    "Idle Time",
  ]);
  expect(labels(fields)).toContain("Client, as It Says");
  expect(labels(fields)).not.toContain("Process");
});

test("times that are known are told before what was printed, with the idleness of that answer", () => {
  const startedAt = new Date("2026-11-23T15:50:00Z");
  const session = { ...terminalSession(2, "anna"), startedAt, idleSeconds: 720, idleText: "12" };
  expect(said(detailFields(english, row(session), asOf))).toMatchObject({
    "Logon Time": "2026-11-23T15:50:00.000Z, 2 h 10 min ago",
    "Idle Time": "2026-11-23T17:48:00.000Z, for 12 min",
  });
});

test("a Linux login has a process, and is not asked for a domain", () => {
  const fields = detailFields(
    english,
    row({ ...terminalSession(2, "anna", null), pid: 815 }),
    asOf,
  );
  expect(said(fields)).toMatchObject({ Process: "815" });
  expect(labels(fields)).not.toContain("Account Domain");
  expect(whyNot(fields)).toMatchObject({ Name: "A disconnected session has no name" });
});

test("a panel session is told with its browser as that calls itself", () => {
  const session = { ...panelSession("1", "anna"), userAgent: "Mozilla/5.0 (X11)" };
  expect(said(detailFields(english, row(session), asOf))).toMatchObject({
    Type: "Customer",
    Login: "anna",
    Browser: "Mozilla/5.0 (X11)",
  });
});

test("a panel session tells of the proxy it came through, and of none where there was none", () => {
  const session = { ...panelSession("1", "anna"), remoteAddress: "203.0.113.7" };
  const through = (peerAddress: string | null) =>
    said(detailFields(english, row({ ...session, peerAddress }), asOf))["Connected Through"];
  expect(through("10.0.0.1")).toBe("10.0.0.1");
  expect(through("203.0.113.7")).toBeUndefined();
  expect(through(null)).toBeUndefined();
});

function labels(fields: readonly DetailField[]): readonly string[] {
  return fields.map(({ label }) => label);
}

/** What is known, by label. */
function said(fields: readonly DetailField[]) {
  return Object.fromEntries(
    fields.flatMap((field) => (field.value ? [[field.label, textOf(field.value)]] : [])),
  );
}

function whyNot(fields: readonly DetailField[]) {
  return Object.fromEntries(
    fields.flatMap(({ label, value, why }) => (value ? [] : [[label, why]])),
  );
}

function textOf(value: NonNullable<DetailField["value"]>): string {
  switch (value.form) {
    case "text":
      return value.text;
    case "look":
      return value.word;
    case "moment":
      return `${value.at.toISOString()}, ${value.elapsed}`;
    case "progress":
      return `${value.percent} %`;
  }
}

function isCopied({ value }: DetailField): boolean {
  return value?.form === "text" && value.isCopied;
}

function row(session: Session, limits: readonly SourceLimit[] = []): SessionRow<Session> {
  const isFtp = session.kind === "ftp";
  return {
    key: session.ref.id,
    session,
    server: isFtp ? "web01" : "ts01",
    provider: isFtp ? "proftpd" : "windows",
    isOwn: false,
    staleSince: null,
    answeredAt,
    limits,
  };
}
