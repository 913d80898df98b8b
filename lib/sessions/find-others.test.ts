import { describe, expect, it } from "vitest";
import { ftpSession, panelSession } from "@/tests/support/live-sessions";
import { terminalSession } from "@/tests/support/scripted-source";
import { findOthers } from "./find-others";
import { quoted } from "./reason";
import type { Roll, SourceAnswer } from "./roll";
import type { Session, SessionKind } from "./session";
import type { OtherSessions } from "./session-detail";
import type { SourceLimit } from "./source-limit";

const answeredAt = new Date("2026-11-23T18:00:00Z");
const anna = ftpSession(7, "anna");

describe("sessions of the same user", () => {
  it("are found of every kind and on every server", () => {
    const [panel, terminal] = [panelSession("p1", "anna"), terminalSession(2, "anna")];
    const elsewhere = ftpSession(7, "anna", "web02/ftp");
    const { ofUser } = findOthers(rolls([anna, panel, terminal, elsewhere]), ask(anna));
    expect(ofUser).toMatchObject({ of: "anna", count: 3 });
    expect(told(ofUser)).toEqual([panel, terminal, elsewhere]);
    expect(ofUser?.first.at(-1)).toEqual({
      session: elsewhere,
      server: "web02",
      answeredAt,
      isStale: false,
    });
  });

  it("have exactly the same name", () => {
    const others = [ftpSession(8, "Anna"), ftpSession(9, "anna "), panelSession("p1", "annabel")];
    expect(findOthers(rolls([anna, ...others]), ask(anna)).ofUser?.count).toBe(0);
  });

  it("are not looked for where the user is not known: two strangers are not one", () => {
    const [one, other] = [ftpSession(8, null), ftpSession(9, null)];
    expect(findOthers(rolls([one, other]), ask(one)).ofUser).toBeNull();
  });

  it("are no services", () => {
    const greeter = { ...terminalSession(2, "anna"), isService: true };
    expect(findOthers(rolls([anna, greeter]), ask(anna)).ofUser?.count).toBe(0);
  });

  it("are told up to 50, and all are counted", () => {
    const crowd = Array.from({ length: 61 }, (_, place) => ftpSession(100 + place, "anna"));
    const more = Array.from({ length: 9 }, (_, place) => ftpSession(place, "anna", "web02/ftp"));
    const { ofUser } = findOthers(rolls([anna, ...crowd, ...more]), ask(anna));
    expect(told(ofUser)).toEqual(crowd.slice(0, 50));
    expect(ofUser?.count).toBe(70);
  });
});

describe("sessions from the same address", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["192.0.2.1", "::ffff:192.0.2.1"],
    ["::FFFF:192.0.2.1", "192.0.2.1"],
    ["2001:DB8::a", "2001:db8::A"],
    ["fe80::A%eth0", "fe80::a%eth0"],
  ])("are found where %s is told as %s", (one, other) => {
    expect(countFrom(one, other)).toBe(1);
  });

  it.each([
    ["192.0.2.1", "192.0.2.10"],
    ["192.0.2.1", "::192.0.2.1"],
    ["192.0.2.1", "64:ff9b::192.0.2.1"],
    ["2001:db8::1", "2001:db8::10"],
    ["fe80::1%eth0", "fe80::1%ETH0"],
    ["fe80::1%eth0", "fe80::1"],
    ["::ffff:0:1", "0:1"],
  ])("are not found where %s is another than %s", (one, other) => {
    expect(countFrom(one, other)).toBe(0);
  });

  it("are not looked for where it is not known: no address is not the same address", () => {
    const [one, other] = [terminalSession(2, "anna"), terminalSession(3, "bruno")];
    expect(findOthers(rolls([one, other]), ask(one)).ofAddress).toBeNull();
    expect(findOthers(rolls([anna, other]), ask(anna)).ofAddress?.count).toBe(0);
  });
});

describe("the session itself", () => {
  it("is not one of the others, also when it is better or worse known by now", () => {
    const connecting = { ...ftpSession(7, null), remoteAddress: anna.remoteAddress };
    const startless = { ...anna, ref: { ...anna.ref, start: null } };
    const away = { ...terminalSession(2, "anna", null), remoteAddress: "192.0.2.7" };
    const back = { ...terminalSession(2, "anna"), remoteAddress: "192.0.2.7" };
    for (const [then, now] of [
      [connecting, anna],
      [startless, anna],
      [anna, startless],
      [away, back],
    ] as const) {
      const { ofUser, ofAddress } = findOthers(rolls([now]), ask(then));
      expect([ofUser, ofAddress]).toMatchObject([{ of: "anna", count: 0 }, { count: 0 }]);
    }
  });

  it("is another where its id was given to somebody later", () => {
    const later = { ...anna, ref: { ...anna.ref, start: "9999" } };
    expect(told(findOthers(rolls([later]), ask(anna)).ofUser)).toEqual([later]);
  });

  it("says who it is and from where, whatever was asked", () => {
    const { ofAddress } = findOthers(rolls([anna]), { ref: anna.ref, remoteAddress: "192.0.2.99" });
    expect(ofAddress?.of).toBe(anna.remoteAddress);
  });

  it("is looked for by what was known of it when it is listed no more", () => {
    const other = { ...panelSession("p1", "anna"), remoteAddress: "2001:db8::1" };
    const detail = findOthers(rolls([other]), ask(anna));
    expect([told(detail.ofUser), told(detail.ofAddress)]).toEqual([[other], [other]]);
    expect(findOthers(rolls([other]), { ref: anna.ref, remoteAddress: null }).ofAddress).toBeNull();
  });
});

describe("a source that may have more", () => {
  const failed = {
    failure: { code: "timed-out", reason: quoted("no answer within 5 s") },
    failingSince: answeredAt,
  } as const;
  const other = ftpSession(8, "anna", "web02/ftp");

  it("is named when it does not answer, and what was last known of it still counts", () => {
    const [fresh, silent, stale] = [
      answer([anna]),
      answer([panelSession("p1", "x")]),
      answer([other]),
    ];
    const found = findOthers(
      [
        roll("panel", { ...failed, state: "silent", source: silent.source }),
        roll("ftp", fresh, { ...stale, ...failed, state: "stale" }),
      ],
      ask(anna),
    );
    expect(found.doubtful).toEqual([
      { server: "here", kind: "panel", why: "silent" },
      { server: "web02", kind: "ftp", why: "stale" },
    ]);
    expect(found.ofUser?.first).toMatchObject([{ session: other, isStale: true }]);
  });

  it("is named when it answers without saying who is signed in", () => {
    const limits = [{ code: "no-titles", remedy: null, count: null }] as const;
    const nameless = answer([ftpSession(8, null, "web02/ftp")], limits);
    const { doubtful } = findOthers([roll("ftp", answer([anna]), nameless)], ask(anna));
    expect(doubtful).toEqual([{ server: "web02", kind: "ftp", why: "unnamed" }]);
  });
});

function ask({ ref, remoteAddress }: Session) {
  return { ref, remoteAddress };
}

function countFrom(one: string, other: string): number | undefined {
  const here = { ...ftpSession(7, "anna"), remoteAddress: one };
  const there = { ...panelSession("p1", "boris"), remoteAddress: other };
  return findOthers(rolls([here, there]), ask(here)).ofAddress?.count;
}

function told(others: OtherSessions | null): readonly Session[] | undefined {
  return others?.first.map(({ session }) => session);
}

/** One answer a source, in the order in which the sources come. */
function rolls(sessions: readonly Session[]): readonly Roll[] {
  const bySource = Map.groupBy(sessions, ({ ref }) => ref.sourceId);
  return [...bySource.values()].map((some) => {
    const one = answer(some);
    return roll(one.source.kind, one);
  });
}

function roll(kind: SessionKind, ...answers: readonly SourceAnswer[]): Roll {
  return { kind, asOf: answeredAt, answers };
}

function answer(sessions: readonly Session[], limits: readonly SourceLimit[] = []) {
  const [first] = sessions;
  const [id, kind] = [first?.ref.sourceId ?? "", first?.kind ?? "ftp"];
  const [server = "", provider = ""] = id.split("/");
  const source = { id, server, provider, kind };
  return { state: "answered", source, sessions, answeredAt, limits } as const;
}
