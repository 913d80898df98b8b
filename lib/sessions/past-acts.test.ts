import { expect, it } from "vitest";
import { openPastActs, type PastAct } from "./past-acts";

const at = new Date("2026-11-23T18:00:00Z");
const refOf = (id: number) => ({
  sourceId: "ts01/windows",
  id: String(id),
  user: "anna",
  start: "9:00",
  name: null,
});
const act = (minutes = 0): PastAct => ({
  operator: "boris",
  action: "logOff",
  at: later(minutes),
  outcome: { status: "done" },
});

it("is forgotten after an hour", () => {
  const past = openPastActs();
  past.add(refOf(1), act());
  expect(past.of(refOf(1), later(59))).toHaveLength(1);
  expect(past.of(refOf(1), later(60))).toEqual([]);
  expect(past.endOf(refOf(1), later(60))).toBeUndefined();
});

it("keeps 10,000 sessions, and forgets first what was done longest ago", () => {
  const past = openPastActs();
  for (let id = 0; id < 10_000; id += 1) past.add(refOf(id), act());
  past.add(refOf(0), act());
  past.add(refOf(10_000), act());
  expect(past.of(refOf(0), at)).toHaveLength(2);
  expect(past.of(refOf(1), at)).toEqual([]);
  expect(past.of(refOf(2), at)).toHaveLength(1);
});

it("keeps the last 20 of one session, however often it is acted on", () => {
  const past = openPastActs();
  for (let count = 0; count < 100; count += 1) past.add(refOf(1), act(count / 10));
  expect(past.of(refOf(1), at)).toHaveLength(20);
  expect(past.of(refOf(1), at).at(-1)).toEqual(act(9.9));
});

it("knows a session whose name has changed, and no other", () => {
  const past = openPastActs();
  past.add({ ...refOf(1), name: "rdp-tcp#1" }, act());
  expect(past.endOf(refOf(1), later(0.2))).toEqual({
    operator: "boris",
    action: "logOff",
    at,
    secondsAgo: 12,
  });
  expect(past.endOf({ ...refOf(1), start: "9:01" }, at)).toBeUndefined();
  expect(past.endOf({ ...refOf(1), user: "anne" }, at)).toBeUndefined();
  expect(past.endOf({ ...refOf(1), sourceId: "ts02/windows" }, at)).toBeUndefined();
});

function later(minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}
