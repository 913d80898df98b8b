import { expect, test } from "vitest";
import { english } from "@/components/words/en";
import type { TerminalSession } from "@/lib/sessions/session";
import type { SessionAction } from "@/lib/sessions/session-action";
import { toAsked } from "./asked-action";
import { findForce } from "./find-force";
import { findRows } from "./find-rows";
import type { ShownRow } from "./roll-view";
import { firstState, reduceScreen } from "./screen-state";
import { toTerminalColumns } from "./terminal-columns";
import { lookOf } from "./terminal-looks";
import { nameNote, statusNote, statusWord, userNote } from "./terminal-notes";
import { whyNotOffered } from "./why-not-offered";

const asOf = new Date("2026-11-23T18:00:00Z");

test("a state is told in our word, with the server's own beside it where it differs", () => {
  const german = row({ status: "disconnected", statusText: "Getr." }).session;
  expect(statusWord(english, german)).toBe("Disconnected");
  expect(statusNote(english, german)).toBe("The server says: Getr.");
  expect(statusNote(english, { ...german, statusText: "Disconnected" })).toBeUndefined();
  expect(statusWord(english, { ...german, status: "unknown", statusText: "夢\u202e" })).toBe(
    "夢[U+202E]",
  );
});

test("services, which are always disconnected, do not stand out as a person's session does", () => {
  const gone = row({ status: "disconnected", name: null }).session;
  const services = row({ status: "disconnected", user: null, isService: true }).session;
  expect(lookOf(gone).tone).toBe("stale");
  expect(lookOf(services)).toEqual({ ...lookOf(gone), tone: "muted" });
});

test("idle time is told as it is known, and an unknown one is not told", () => {
  const silent = { statusText: "" };
  expect(statusNote(english, row({ ...silent, idleSeconds: 720 }).session)).toBe("Idle 12 min");
  expect(statusNote(english, row({ ...silent, idleSeconds: 4 }).session)).toContain("last minute");
  expect(statusNote(english, row({ ...silent, idleText: "24692+13:29" }).session)).toBe(
    "Idle, in the server's own words: 24692+13:29",
  );
  expect(statusNote(english, row(silent).session)).toBeUndefined();
});

test("what the client says of itself is told as that, and what the machine knows is not", () => {
  const client = { clientName: "LAPTOP", remoteAddress: "203.0.113.7" };
  expect(nameNote(english, row(client))).toBe(
    "Session 2\nFrom LAPTOP, 203.0.113.7, as the client says",
  );
  expect(nameNote(english, row({ id: "c1", pid: 4711, remoteAddress: "2001:db8::7" }, linux))).toBe(
    "Session c1\nProcess 4711\nFrom 2001:db8::7",
  );
});

test("who and since when is told in full, or in the server's own words", () => {
  const startedAt = new Date("2026-11-23T15:50:00Z");
  const known = row({ domain: "CORP", startedAt, logonText: "3:50 PM" });
  expect(userNote(english, known, asOf)).toBe("CORP\\anna\nSigned in 2 h 10 min ago");
  expect(userNote(english, row({ logonText: "25/07/2016 07:50" }), asOf)).toBe(
    "Signed in, in the server's own words: 25/07/2016 07:50",
  );
});

test("a search finds domain, client and address", () => {
  const found = row({ domain: "CORP", clientName: "LAPTOP", remoteAddress: "203.0.113.7" });
  for (const search of ["corp\\anna", "laptop", "203.0.113", "laptop corp"]) {
    expect(findRows([found, row({})], toTerminalColumns(english), search)).toEqual([found]);
  }
});

const linux = { provider: "linux-logins" };

test.each<[string, SessionAction, Partial<TerminalSession>, Partial<ShownRow<TerminalSession>>]>([
  ["Already disconnected", "disconnect", { status: "disconnected", name: null }, {}],
  ["Windows does not disconnect the console", "disconnect", { name: "console" }, {}],
  ["Linux logins cannot be disconnected", "disconnect", { name: "pts/0", pid: 7 }, linux],
  ["Linux logins are sent no messages", "sendMessage", { name: "pts/0", pid: 7 }, linux],
])("why an action is not for a session is told: %s", (why, action, session, over) => {
  expect(whyNotOffered(english, row({ ...session, actions: ["logOff"] }, over), action)).toBe(why);
});

test("what a session offers decides, whatever software it is of", () => {
  const xrdp = row({ actions: ["disconnect", "logOff"] }, linux);
  expect(whyNotOffered(english, xrdp, "disconnect")).toBeNull();
  expect(whyNotOffered(english, row({ name: "console" }), "disconnect")).toBeNull();
});

test("of a mixed choice only those are asked about that can be, the others are named with why", () => {
  const [anna, ben] = [row({}), row({ user: "ben", status: "disconnected", actions: ["logOff"] })];
  const carla = row({ user: "carla", pid: 7, actions: ["logOff"] }, linux);
  const offered = { action: "disconnect", act: sayNothing } as const;
  const { rows, leftOut } = toAsked(english, offered, [ben, anna, carla]);
  expect(rows).toEqual([anna]);
  expect([...leftOut]).toEqual([
    ["Already disconnected", ["ben"]],
    ["Linux logins cannot be disconnected", ["carla"]],
  ]);
});

test("Reset is offered for a log-off that was asked and not seen done, where the server knows it", () => {
  const unconfirmed = { status: "unconfirmed", failure: null } as const;
  const offers = (action: SessionAction, session: Partial<TerminalSession> = {}) =>
    findForce(row(session), { action, outcome: unconfirmed });
  expect(offers("logOff")).toBe("reset");
  expect(offers("disconnect")).toBeUndefined();
  expect(offers("reset")).toBeUndefined();
  expect(offers("logOff", { actions: ["logOff"] })).toBeUndefined();
  expect(findForce(row({}), { action: "logOff", outcome: { status: "done" } })).toBeUndefined();
});

test("who got a message stays selected; who is gone does not", () => {
  const [anna, ben] = [row({}), row({ user: "ben" })];
  const selected = [anna, ben].reduce(
    (state, { key }) => reduceScreen(state, { type: "toggled", key }),
    firstState,
  );
  const state = reduceScreen(selected, {
    type: "acted",
    action: "sendMessage",
    outcomes: new Map([
      [anna.key, { status: "done" }],
      [ben.key, { status: "alreadyGone" }],
    ]),
  });
  expect([...state.selected]).toEqual([anna.key]);
});

async function sayNothing() {
  return (async function* () {})();
}

function row(
  session: Partial<TerminalSession>,
  over: Partial<ShownRow<TerminalSession>> = {},
): ShownRow<TerminalSession> {
  return {
    key: `key of ${session.user ?? "anna"}`,
    server: "ts01",
    provider: "windows",
    isOwn: false,
    staleSince: null,
    endedAtMs: null,
    answeredAt: asOf,
    limits: [],
    session: { ...loggedIn, ...session },
    ...over,
  };
}

const loggedIn: TerminalSession = {
  kind: "terminal",
  ref: { sourceId: "ts01/windows", id: "2", user: "anna", start: "9:00", name: "rdp-tcp#2" },
  id: 2,
  user: "anna",
  name: "rdp-tcp#2",
  status: "logged-in",
  statusText: "Active",
  isService: false,
  actions: ["disconnect", "logOff", "reset", "sendMessage"],
  remoteAddress: null,
  startedAt: null,
  idleSeconds: null,
  domain: null,
  clientName: null,
  pid: null,
  idleText: null,
  logonText: null,
};
