import { expect, test } from "vitest";
import { ftpSession, panelSession } from "@/tests/support/live-sessions";
import { terminalSession } from "@/tests/support/scripted-source";
import { findBusiest } from "./busiest";
import { quoted } from "./reason";
import type { Roll } from "./roll";
import type { Session } from "./session";

const at = new Date("2026-01-05T14:00:00Z");

function toRoll(kind: Session["kind"], byServer: Record<string, readonly Session[]>): Roll {
  const answers = Object.entries(byServer).map(([server, sessions]) => {
    const source = { id: `${server}/${kind}`, server, provider: "scripted", kind };
    return { state: "answered", source, sessions, answeredAt: at, limits: [] } as const;
  });
  return { kind, asOf: at, answers };
}

function ftp(count: number, user: string | null, remoteAddress: string | null) {
  return Array.from({ length: count }, (_, pid) => ({ ...ftpSession(pid, user), remoteAddress }));
}

const namesOf = (sessions: readonly Session[]) =>
  findBusiest([toRoll("ftp", { web01: sessions })]).users.map(({ user }) => user);

test("an address is counted over all kinds and servers, in each of its spellings", () => {
  const { addresses } = findBusiest([
    toRoll("ftp", {
      web01: ftp(3, "anna", "203.0.113.7"),
      web02: ftp(2, "berta", "::ffff:203.0.113.7"),
    }),
    toRoll("panel", { here: [{ ...panelSession("1", "anna"), remoteAddress: "203.0.113.7" }] }),
    toRoll("terminal", {
      ts01: [
        { ...terminalSession(1, "anna"), remoteAddress: "2001:DB8::1" },
        { ...terminalSession(2, "anna"), remoteAddress: "2001:db8::1" },
        { ...terminalSession(0, null), remoteAddress: "203.0.113.7", isService: true },
      ],
    }),
  ]);
  expect(addresses).toEqual([
    {
      address: "203.0.113.7",
      count: 6,
      shares: [
        { kind: "ftp", count: 5 },
        { kind: "panel", count: 1 },
      ],
    },
    { address: "2001:db8::1", count: 2, shares: [{ kind: "terminal", count: 2 }] },
  ]);
});

test("the same name on another server, or for another kind, is not taken for the same person", () => {
  const { users } = findBusiest([
    toRoll("ftp", { web01: ftp(3, "anna", null), web02: ftp(2, "anna", null) }),
    toRoll("terminal", { web01: [terminalSession(1, "anna"), terminalSession(2, "anna")] }),
  ]);
  expect(users).toEqual([
    { kind: "ftp", server: "web01", user: "anna", count: 3 },
    { kind: "terminal", server: "web01", user: "anna", count: 2 },
    { kind: "ftp", server: "web02", user: "anna", count: 2 },
  ]);
});

test("who has one session only is not listed, and nobody is who is not known", () => {
  const { users, addresses, isPartlyKnown } = findBusiest([
    toRoll("ftp", { web01: [...ftp(1, "anna", "192.0.2.1"), ...ftp(9, null, null)] }),
  ]);
  expect([users, addresses, isPartlyKnown]).toEqual([[], [], false]);
});

test("at most five are listed; those with as many keep their places, whatever order the server has", () => {
  const sessions = ["f", "e", "d", "c", "b", "a"].flatMap((user) => ftp(2, user, null));
  expect(namesOf(sessions)).toEqual(["a", "b", "c", "d", "e"]);
  expect(namesOf(sessions.toReversed())).toEqual(["a", "b", "c", "d", "e"]);
  expect(namesOf([...sessions, ...ftp(3, "z", null)])).toEqual(["z", "a", "b", "c", "d"]);
});

test("names that would pass for a property or a separator are counted like any other", () => {
  const names = ["__proto__", 'a","b', "a,b", "gpj.\u202eexe"];
  expect(new Set(namesOf(names.flatMap((user) => ftp(2, user, null))))).toEqual(new Set(names));
});

test("what a source said before counts, and that it does not answer now is told", () => {
  const [answer] = toRoll("ftp", { web01: ftp(2, "anna", null) }).answers;
  if (answer?.state !== "answered") throw new Error("one server gives one answer");
  const failure = { code: "unreachable", reason: quoted("no route") } as const;
  const stale = { ...answer, state: "stale", failure, failingSince: at } as const;
  expect(findBusiest([{ kind: "ftp", asOf: at, answers: [stale] }])).toMatchObject({
    users: [{ user: "anna", count: 2 }],
    isPartlyKnown: true,
  });
});
