import { describe, expect, it } from "vitest";
import { quoted } from "@/lib/sessions/reason";
import type { PanelSession, Session } from "@/lib/sessions/session";
import { panelSession } from "@/tests/support/live-sessions";
import {
  changesFrom,
  ftpRow,
  openFtpStore,
  rollOf,
  silentSource,
  staleSource,
  toldAt,
  wireRow,
  wireSource,
} from "@/tests/support/shown-rows";
import { createRollStore } from "./roll-store";
import { whyNotSelectable } from "./why-not-selectable";

const laterAt = "2026-01-05T12:00:05.000Z";
const [anna, ben, cleo] = [ftpRow(1, "anna"), ftpRow(2, "ben"), ftpRow(3, "cleo")];

describe("a roll", () => {
  it("marks the operator's own session, and only that one", () => {
    const rows = ["mine", "other"].map((id, no) => wireRow(no, panelSession(id, "anna")));
    const source = wireSource({ id: "here/panel", server: "here", provider: "panel" });
    const first = rollOf(1, rows, { kind: "panel", source });
    const { rows: shown } = createRollStore({ first, isKind: isPanel, ownSessionId: "mine" }).get();
    expect(shown.map(({ isOwn }) => isOwn)).toEqual([true, false]);
    expect(shown.map(whyNotSelectable)).toEqual(["own", null]);
  });

  it("keeps the rows of a stale source, marked with when it last answered, not to be selected", () => {
    const store = openFtpStore([anna], { source: staleSource() });
    expect(store.shown().map(({ staleSince }) => staleSince)).toEqual([new Date(toldAt)]);
    expect(store.shown().map(whyNotSelectable)).toEqual(["stale"]);
    expect(store.get().sources[0]?.failure?.reason).toEqual(quoted("no answer within 5 s"));
    store.takeRoll(rollOf(2, [anna]));
    expect(store.shown().map(({ staleSince }) => staleSince)).toEqual([null]);
    expect(store.get().sources[0]?.failure).toBeNull();
  });

  it("says of a silent source why, and no time of an answer", () => {
    const { rows, sources } = openFtpStore([], { source: silentSource() }).get();
    expect(rows).toEqual([]);
    expect(sources).toMatchObject([{ state: "silent", answeredAt: null }]);
    expect(sources[0]?.failure?.reason).toEqual(quoted("no answer within 5 s"));
  });

  it("shows who was seen to have ended as ended, though nothing is heard of it", () => {
    const store = openFtpStore([anna, ben]);
    const [first, second] = store.shown();
    store.clock.nowMs = 700;
    store.end([first?.key ?? "", "who is not listed"]);
    expect(store.shown().map(({ endedAtMs }) => endedAtMs)).toEqual([700, null]);
    expect(store.shown().map(whyNotSelectable)).toEqual(["ended", null]);
    store.takeRoll(rollOf(2, [ben]));
    expect(store.shown().map(({ key }) => key)).toEqual([first?.key, second?.key]);
    store.clock.nowMs = 5700;
    store.sweep();
    expect(store.shown().map(({ key }) => key)).toEqual([second?.key]);
  });

  it("tells when it was so, when it was heard, and everyone who listens", () => {
    const store = openFtpStore([anna]);
    let told = 0;
    const stop = store.subscribe(() => {
      told += 1;
    });
    store.clock.nowMs = 700;
    store.takeRoll(rollOf(2, [anna], { asOf: laterAt }));
    expect(store.get()).toMatchObject({ asOf: new Date(laterAt), heardAtMs: 700, isWhole: true });
    stop();
    store.takeRoll(rollOf(3, []));
    expect(told).toBe(1);
  });

  it("of another kind is a bug, and its rows are not shown", () => {
    const store = openFtpStore([anna]);
    const stranger = wireRow(5, panelSession("5", "eve", wireSource().id));
    expect(() => store.takeRoll(rollOf(2, [stranger]))).toThrow("a panel session");
    expect(store.users()).toEqual(["anna"]);
  });
});

describe("a first part without rows", () => {
  it("is not whole, and tells the sources until the roll has come", () => {
    const store = openFtpStore([], { left: 1 });
    const { isWhole, rows, sources } = store.get();
    expect({ isWhole, rows }).toEqual({ isWhole: false, rows: [] });
    expect(sources).toMatchObject([{ id: "web01/ftp", server: "web01", state: "answered" }]);
    store.takeRoll(rollOf(8, [anna]));
    expect([store.get().isWhole, store.users()]).toEqual([true, ["anna"]]);
  });

  it("is no part of the roll that follows, even under its number", () => {
    const store = openFtpStore([], { left: 1 });
    store.takeRoll(rollOf(1, [anna], { left: 1 }));
    expect([store.get().isWhole, store.users()]).toEqual([false, []]);
    store.takeRoll(rollOf(1, [ben]));
    expect([store.get().isWhole, store.users()]).toEqual([true, ["anna", "ben"]]);
  });
});

describe("a roll in several parts", () => {
  it("stands only when the last has come; until then all is as it was, and nobody is told", () => {
    const store = openFtpStore([anna]);
    const before = store.get();
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    const far = wireSource({ id: "web02/ftp", server: "web02" });
    store.takeRoll(rollOf(2, [ftpRow(4, "dora")], { left: 2 }));
    store.takeRoll(rollOf(2, [ben], { left: 1 }));
    expect([store.get() === before, told]).toEqual([true, 0]);
    expect(store.takeChanges(changesFrom(2))).toBe(false);
    store.takeRoll(rollOf(2, [], { source: far }));
    expect(store.seen()).toEqual(["anna ended at 0", "dora", "ben"]);
    expect(store.get().sources.map(({ server }) => server)).toEqual(["web01", "web02"]);
    expect(told).toBe(1);
    expect(store.takeChanges(changesFrom(2, { gone: [2] }))).toBe(true);
    expect(store.endedAtMs()).toEqual([0, null, 0]);
  });

  it("is not mixed with what came of one that was cut off by a newer one", () => {
    const store = openFtpStore([]);
    store.takeRoll(rollOf(2, [anna], { left: 1 }));
    store.takeRoll(rollOf(3, [ben], { left: 1 }));
    store.takeRoll(rollOf(3, [cleo]));
    expect(store.users()).toEqual(["ben", "cleo"]);
  });

  it("is not mixed with what came of one that had its number before Rollcall began anew", () => {
    const store = openFtpStore([]);
    store.takeRoll(rollOf(2, [anna], { left: 2 }));
    store.takeRoll(rollOf(2, [ben], { left: 1, asOf: laterAt }));
    store.takeRoll(rollOf(2, [cleo], { asOf: laterAt }));
    expect(store.users()).toEqual(["ben", "cleo"]);
  });

  it("is not mixed with what came of itself before the line was lost", () => {
    const store = openFtpStore([]);
    store.takeRoll(rollOf(2, [anna, ben], { left: 1 }));
    store.takeRoll(rollOf(2, [anna, ben], { left: 1 }));
    store.takeRoll(rollOf(2, [cleo]));
    expect(store.users()).toEqual(["anna", "ben", "cleo"]);
    store.takeChanges(changesFrom(2, { gone: [1] }));
    expect(store.endedAtMs()).toEqual([0, null, null]);
  });

  it("lacks nothing where the answer to an earlier question comes between its parts", () => {
    const store = openFtpStore([anna, ben, cleo]);
    store.takeRoll(rollOf(2, [anna], { left: 2 }));
    store.takeRoll(rollOf(0, [anna, ben]));
    expect(store.endedAtMs()).toEqual([null, null, 0]);
    store.takeRoll(rollOf(2, [ben], { left: 1 }));
    store.takeRoll(rollOf(2, [cleo]));
    expect(store.seen()).toEqual(["anna", "ben", "cleo"]);
    expect(store.takeChanges(changesFrom(2))).toBe(true);
  });
});

function isPanel(session: Session): session is PanelSession {
  return session.kind === "panel";
}
