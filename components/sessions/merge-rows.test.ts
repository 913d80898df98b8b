import { expect, it } from "vitest";
import { ftpSession } from "@/tests/support/live-sessions";
import {
  ftpRow,
  openFtpStore,
  rollOf,
  silentSource,
  staleSource,
  wireRow,
  wireSource,
} from "@/tests/support/shown-rows";
import { whyNotSelectable } from "./why-not-selectable";

const [anna, ben, cleo] = [ftpRow(1, "anna"), ftpRow(2, "ben"), ftpRow(3, "cleo")];

it("keeps rows in their place over rolls, and newcomers come last", () => {
  const store = openFtpStore([anna, ben, cleo]);
  store.takeRoll(rollOf(2, [ftpRow(4, "zoe"), cleo, anna, ben]));
  expect(store.users()).toEqual(["anna", "ben", "cleo", "zoe"]);
});

it("shows a vanished session as ended for 5 s, and lets none select it", () => {
  const store = openFtpStore([anna, ben]);
  const [key = ""] = store.keys();
  store.clock.nowMs = 1000;
  store.takeRoll(rollOf(2, [ben]));
  expect(store.endedAtMs()).toEqual([1000, null]);
  expect(store.shown().map(whyNotSelectable)).toEqual(["ended", null]);
  store.clock.nowMs = 2000;
  store.takeRoll(rollOf(3, [ben]));
  expect(store.endedAtMs()).toEqual([1000, null]);

  const before = store.get();
  store.clock.nowMs = 5999;
  store.sweep();
  expect(store.get()).toBe(before);
  store.clock.nowMs = 6000;
  store.sweep();
  expect(store.users()).toEqual(["ben"]);
  expect(store.find(key)).toBeUndefined();
});

it.each([
  ["went silent", [{ source: silentSource(), rows: [] }]],
  ["went stale and is told without it", [{ source: staleSource(), rows: [] }]],
  ["is listed no more", []],
])("does not call a session ended whose source %s", (_, answers) => {
  const store = openFtpStore([anna]);
  store.takeRoll(rollOf(2, [], { answers }));
  expect(store.users()).toEqual([]);
});

it("keeps the rows of the other sources when one goes silent", () => {
  const source = wireSource({ id: "web02/ftp", server: "web02" });
  const there = { source, rows: [wireRow(9, ftpSession(1, "far", source.id))] };
  const store = openFtpStore([], { answers: [{ source: wireSource(), rows: [anna] }, there] });
  store.takeRoll(rollOf(2, [], { answers: [{ source: silentSource(), rows: [] }, there] }));
  expect(store.seen()).toEqual(["far"]);
});

it("tells sessions of two servers apart that have the same id, user and start", () => {
  const source = wireSource({ id: "web02/ftp", server: "web02" });
  const far = wireRow(9, ftpSession(7, "anna", source.id));
  const near = wireRow(7, ftpSession(7, "anna"));
  const there = { source, rows: [far] };
  const store = openFtpStore([], { answers: [{ source: wireSource(), rows: [near] }, there] });
  store.takeRoll(rollOf(2, [], { answers: [{ source: wireSource(), rows: [] }, there] }));
  expect(store.shown().map(({ server }) => server)).toEqual(["web01", "web02"]);
  expect(store.endedAtMs()).toEqual([0, null]);
});

it("shows a session that ended and is back in its place, by its key, and does not sweep it", () => {
  const store = openFtpStore([anna, ben]);
  const keys = store.keys();
  store.takeRoll(rollOf(2, [ben]));
  store.takeRoll(rollOf(3, [ben, anna]));
  expect([store.keys(), store.endedAtMs()]).toEqual([keys, [null, null]]);
  store.clock.nowMs = 6000;
  store.sweep();
  expect(store.users()).toEqual(["anna", "ben"]);
});

it("changes a row in place, by its key, when a connection signs in", () => {
  const store = openFtpStore([ftpRow(7, null), ben]);
  const keys = store.keys();
  store.takeRoll(rollOf(2, [ben, ftpRow(7, "anna")]));
  expect(store.seen()).toEqual(["anna", "ben"]);
  expect(store.keys()).toEqual(keys);
  expect(store.find(keys[0] ?? "")?.session.ref.user).toBe("anna");
  store.takeRoll(rollOf(3, [ben]));
  expect([store.keys(), store.endedAtMs()]).toEqual([keys, [0, null]]);
});

it("changes a row in place also when less is known than before", () => {
  const store = openFtpStore([anna, ben]);
  const keys = store.keys();
  store.takeRoll(rollOf(2, [ben, ftpRow(1, null)]));
  expect(store.users()).toEqual([null, "ben"]);
  expect([store.keys(), store.endedAtMs()]).toEqual([keys, [null, null]]);
});

it("shows a stranger with the same id as another row, and the former as ended", () => {
  const store = openFtpStore([ftpRow(7, "anna", "noon")]);
  const [key = ""] = store.keys();
  store.takeRoll(rollOf(2, [ftpRow(7, "anna", "one")]));
  expect(store.endedAtMs()).toEqual([0, null]);
  expect(store.find(key)?.endedAtMs).toBe(0);
  expect(new Set(store.keys()).size).toBe(2);
});

it.each([
  ["was there from the first", [ftpRow(7, "anna", "noon")]],
  ["signed in here", [ftpRow(7, null, null), ftpRow(7, "anna", "noon")]],
])("knows a stranger also after who %s was not told for a moment", (_, [first, ...others]) => {
  const store = openFtpStore(first ? [first] : []);
  const [key = ""] = store.keys();
  [...others, ftpRow(7, null, null)].forEach((row, place) => {
    store.takeRoll(rollOf(2 + place, [row]));
  });
  expect([store.keys(), store.endedAtMs()]).toEqual([[key], [null]]);
  store.takeRoll(rollOf(9, [ftpRow(7, "eve", "one")]));
  expect(store.seen()).toEqual(["null ended at 0", "eve"]);
});

it("does not take a newcomer for one that has ended and was not the very same", () => {
  const store = openFtpStore([ftpRow(7, "anna", null)]);
  store.takeRoll(rollOf(2, []));
  store.takeRoll(rollOf(3, [ftpRow(7, null, null)]));
  expect(store.seen()).toEqual(["anna ended at 0", "null"]);
});

it("does not call a session ended because one that has ended was called the same", () => {
  const store = openFtpStore([ftpRow(7, "anna", null)]);
  store.takeRoll(rollOf(2, []));
  store.takeRoll(rollOf(3, [ftpRow(7, null, null)]));
  const keys = store.keys();
  store.takeRoll(rollOf(4, [ftpRow(7, "anna", null)]));
  expect([store.keys(), store.endedAtMs()]).toEqual([keys, [0, null]]);
  store.takeRoll(rollOf(5, [ftpRow(7, "anna", null)]));
  expect([store.keys(), store.endedAtMs()]).toEqual([keys, [0, null]]);
});

it("shows a session that a source lists twice as one row", () => {
  const twice = [anna, { ...anna, no: 11 }];
  const store = openFtpStore(twice);
  store.takeRoll(rollOf(2, twice));
  expect(store.seen()).toEqual(["anna"]);
});
