import { describe, expect, it } from "vitest";
import type { SessionRow } from "./query-session";
import type { UserRow } from "./query-user";
import type { Listing } from "./read-listing";
import { signatureOf, toSessions } from "./to-sessions";
import type { KnownWts } from "./wts-memory";
import type { WtsRow } from "./wts-rows";

const now = (BigInt(Date.UTC(2026, 0, 1)) + 11_644_473_600_000n) * 10_000n;
const ago = (seconds: number) => String(now - BigInt(seconds) * 10_000_000n);

const annaRow: SessionRow = {
  id: 2,
  sessionName: "rdp-tcp#1",
  userName: "Anna",
  status: "logged-in",
  statusText: "Active",
  type: null,
  device: null,
  isCurrent: false,
};
const annaTimes: UserRow = {
  id: 2,
  userName: "anna",
  sessionName: "rdp-tcp#1",
  status: "logged-in",
  statusText: "Active",
  idleText: "1",
  idleMinutes: 1,
  logonText: "7/26/2018 7:29 PM",
  isCurrent: false,
};
const annaTold: WtsRow = {
  id: 2,
  state: 0,
  name: "RDP-Tcp#1",
  user: "Anna",
  domain: "CORP",
  client: "LAPTOP",
  address: "203.0.113.7",
  connect: "0",
  disconnect: "0",
  input: ago(75),
  logon: ago(3600),
};

function listing(
  sessions: readonly SessionRow[],
  users: readonly UserRow[] = [annaTimes],
): Listing {
  return { sessions, users, usersFailure: null, codePage: 437 };
}

function told(rows: readonly WtsRow[], { ageMs = 0, seen = [annaRow] } = {}): KnownWts {
  return {
    list: { now: String(now), sessions: [...rows] },
    rows: new Map(rows.map((row) => [row.id, row])),
    ageMs,
    seenWith: new Set(seen.map(signatureOf)),
  };
}

const only = (text: Listing, known?: KnownWts) => toSessions(text, "ts01/windows", known)[0];

describe("what WTS adds to the text", () => {
  it("is domain, client, address, time of logon, and seconds of idle time", () => {
    expect(only(listing([annaRow]), told([annaTold]))).toMatchObject({
      domain: "CORP",
      clientName: "LAPTOP",
      remoteAddress: "203.0.113.7",
      startedAt: new Date(Date.UTC(2026, 0, 1) - 3_600_000),
      idleSeconds: 75,
      idleText: "1",
      logonText: "7/26/2018 7:29 PM",
      statusText: "Active",
    });
  });

  it("is never the identity, which stays the same without it", () => {
    const without = only(listing([annaRow]));
    expect(only(listing([annaRow]), told([annaTold]))?.ref).toEqual(without?.ref);
    expect(without?.ref).toEqual({
      sourceId: "ts01/windows",
      id: "2",
      user: "Anna",
      name: "rdp-tcp#1",
      start: "7/26/2018 7:29 PM",
    });
  });

  it("is nothing where the id is someone else's in one of the lists", () => {
    for (const other of [{ user: "bruno" }, { name: "RDP-Tcp#2" }, { name: "" }]) {
      const session = only(listing([annaRow]), told([{ ...annaTold, ...other }]));
      expect(session).toMatchObject({ domain: null, remoteAddress: null, startedAt: null });
    }
  });

  it("finds the session whose name the text cut", () => {
    const row = { ...annaRow, sessionName: "31c5ce94259d4..." };
    const wts = { ...annaTold, name: "31C5CE94259D4006A9E4#0" };
    expect(only(listing([row]), told([wts]))?.domain).toBe("CORP");
  });

  it("is the state where the text prints the word that it printed then", () => {
    const row = { ...annaRow, statusText: "Spiegeln", status: "logged-in" as const };
    const wts = { ...annaTold, state: 3 };
    expect(only(listing([row]), told([wts], { seen: [row] }))?.status).toBe("shadowing");
    expect(only(listing([row]), told([wts], { seen: [annaRow] }))?.status).toBe("logged-in");
  });

  it("shows each session of the text once, and none that it has not", () => {
    const bruno = { ...annaRow, id: 3, userName: "Bruno", sessionName: "rdp-tcp#3" };
    const carla = { ...annaTold, id: 4, user: "Carla", name: "RDP-Tcp#4" };
    const ids = toSessions(listing([annaRow, bruno]), "ts", told([carla, annaTold])).map(
      ({ id }) => id,
    );
    expect(ids).toEqual([2, 3]);
  });
});

describe("idle time", () => {
  it("goes on counting while the text agrees", () => {
    const minutes = { ...annaTimes, idleMinutes: 2 };
    const known = told([annaTold], { ageMs: 50_000 });
    expect(only(listing([annaRow], [minutes]), known)?.idleSeconds).toBe(125);
  });

  it("is that of the text once somebody touched the keyboard", () => {
    const known = told([{ ...annaTold, input: ago(600) }], { ageMs: 20_000 });
    const moved = { ...annaTimes, idleText: ".", idleMinutes: 0 };
    expect(only(listing([annaRow], [moved]), known)?.idleSeconds).toBe(0);
  });

  it("is not guessed from an old answer alone", () => {
    expect(only(listing([annaRow], []), told([annaTold]))?.idleSeconds).toBe(75);
    const old = told([annaTold], { ageMs: 20_000 });
    expect(only(listing([annaRow], []), old)?.idleSeconds).toBeNull();
  });
});

describe("what can be done with a session", () => {
  const actionsOf = (row: Partial<SessionRow>) => only(listing([{ ...annaRow, ...row }]))?.actions;

  it("is everything while somebody is attached", () => {
    expect(actionsOf({})).toEqual(["disconnect", "logOff", "reset", "sendMessage"]);
  });

  it("is no disconnect where nobody is attached, or at the console", () => {
    const others = ["logOff", "reset", "sendMessage"];
    expect(actionsOf({ sessionName: null, status: "disconnected" })).toEqual(others);
    expect(actionsOf({ sessionName: "console" })).toEqual(others);
  });

  it("is nothing with services, listeners, the id 0 and where nobody is signed in", () => {
    expect(actionsOf({ id: 0, sessionName: "services", userName: null })).toEqual([]);
    expect(actionsOf({ id: 65_537, status: "listening" })).toEqual([]);
    expect(actionsOf({ id: 0, sessionName: "console" })).toEqual([]);
    expect(actionsOf({ userName: null, status: "connected" })).toEqual([]);
  });
});
