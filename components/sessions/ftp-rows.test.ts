import { expect, test } from "vitest";
import { english } from "@/components/words/en";
import type { ActionOutcome } from "@/lib/sessions/action-outcome";
import type { FtpSession } from "@/lib/sessions/session";
import { findForce } from "./find-force";
import { fileNote, locationNote, statusNote, virtualHostNote } from "./ftp-notes";
import type { ShownRow } from "./roll-view";
import { idleSince, sinceWhen } from "./since-when";

const answeredAt = new Date("2026-11-23T18:00:00Z");
const noDetails = { code: "no-process-details", remedy: null, count: null } as const;

test("a server whose clock is a day ahead shows the seconds it counted, not minus a day", () => {
  const startedAt = new Date("2026-11-24T17:59:00Z");
  expect(sinceWhen(row({ startedAt, connectedSeconds: 60 }))).toEqual(
    new Date("2026-11-23T17:59:00Z"),
  );
});

test("idle time is counted back from the answer it stands in", () => {
  expect(idleSince(row({ idleSeconds: 90 }))).toEqual(new Date("2026-11-23T17:58:30Z"));
  expect(idleSince(row({ idleSeconds: null }))).toBeNull();
});

test("the client's own view of a folder is told where it differs", () => {
  const location = "/var/www/alpha/pub";
  expect(locationNote(english, row({ location, clientLocation: "/pub" }))).toBe(
    "As the client sees it: /pub",
  );
  expect(locationNote(english, row({ location, clientLocation: location }))).toBeUndefined();
  expect(locationNote(english, row({ location, clientLocation: null }))).toBeUndefined();
});

test("a folder that is known only as the client sees it is said to be that", () => {
  const known = { location: "/pub", clientLocation: "/pub" };
  expect(locationNote(english, row(known, { limits: [noDetails] }))).toContain(
    "As the client sees it.",
  );
});

test("the home directory is told of who is somewhere else", () => {
  const home = "/home/anna";
  expect(locationNote(english, row({ location: home, home }))).toBeUndefined();
  expect(
    locationNote(english, row({ location: "/home/anna/pub", clientLocation: "/pub", home })),
  ).toBe("As the client sees it: /pub\nHome: /home/anna");
});

test("a name cannot hide a letter in a hint", () => {
  expect(locationNote(english, row({ location: "/x", clientLocation: "/a\nb" }))).toContain(
    "/a[U+000A]b",
  );
  expect(fileNote(row({ filePath: "/a\u202egpj" }).session)).toBe("/a[U+202E]gpj");
  expect(virtualHostNote(english, row({ virtualHost: "a\u001b[2J" }).session)).toContain(
    "[U+001B]",
  );
});

test("what says nothing new is not said", () => {
  expect(fileNote(row({ fileName: "/a/b", filePath: "/a/b" }).session)).toBeUndefined();
  expect(
    virtualHostNote(english, row({ virtualHost: "a.example", domain: "a.example" }).session),
  ).toBe(undefined);
  expect(statusNote(english, row({ command: null }).session)).toBeUndefined();
});

test("a client that is gone is explained", () => {
  expect(statusNote(english, row({ status: "client-gone", command: "RETR" }).session)).toContain(
    "connection of the client is gone",
  );
});

const unconfirmed: ActionOutcome = { status: "unconfirmed", failure: null };

test("force is offered for what was asked to be removed and is still there, and for nothing else", () => {
  const offers = (outcome: ActionOutcome | null, over: Partial<ShownRow<FtpSession>> = {}) =>
    findForce(row({}, over), { action: "remove", outcome });
  expect(offers(unconfirmed)).toBe("forceRemove");
  expect(findForce(row({}), undefined)).toBeUndefined();
  expect(offers(null)).toBeUndefined();
  expect(offers({ status: "refused", why: "server", reason: null })).toBeUndefined();
  expect(offers(unconfirmed, { endedAtMs: 5 })).toBeUndefined();
  expect(offers(unconfirmed, { staleSince: answeredAt })).toBeUndefined();
  expect(findForce(row({}), { action: "forceRemove", outcome: unconfirmed })).toBeUndefined();
});

function row(
  session: Partial<FtpSession>,
  over: Partial<ShownRow<FtpSession>> = {},
): ShownRow<FtpSession> {
  return {
    key: "1",
    server: "web01",
    provider: "proftpd",
    isOwn: false,
    staleSince: null,
    endedAtMs: null,
    answeredAt,
    limits: [],
    session: { ...idle, ...session },
    ...over,
  };
}

const idle: FtpSession = {
  kind: "ftp",
  ref: { sourceId: "web01/proftpd", id: "7", user: "anna", start: "1", name: null },
  user: "anna",
  remoteAddress: null,
  startedAt: null,
  idleSeconds: null,
  type: null,
  status: "idle",
  connectedSeconds: null,
  command: null,
  domain: null,
  virtualHost: null,
  home: null,
  location: null,
  clientLocation: null,
  fileName: null,
  filePath: null,
  bytesTransferred: null,
  bytesPerSecond: null,
  progressPercent: null,
  protocol: null,
  pid: 7,
};
