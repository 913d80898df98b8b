import { expect, it } from "vitest";
import type { Entry } from "./entry";
import {
  findLive,
  findMissing,
  findNewcomers,
  type LiveEntry,
  nothing,
  type Seen,
} from "./live-entries";

const daemonPid = 7;
const bootMs = 1_000_000;

function entryOf(pid: number, beganMs = bootMs + pid * 10): Entry {
  return {
    pid,
    slot: 0,
    beganMs,
    user: `user${pid}`,
    titleStart: new Uint8Array(),
    isUserCut: false,
    clientName: null,
    remoteAddress: "203.0.113.7",
    port: 21,
    virtualHost: null,
    protocol: "ftp",
    location: "/",
    command: null,
    argument: null,
    idleSinceMs: null,
    bytes: 5,
    size: null,
  };
}

/** Processes that live; each started as many ticks after the boot as its pid says. */
function machine({ children = [], others = [], uptimeMs = 60_000 }: Partial<Machine>): Seen {
  const toProcess = (parent: number) => (pid: number) =>
    [pid, { pid, parent, group: pid, startTicks: pid }] as const;
  return {
    childTicks: new Map(children.map((pid) => [pid, pid])),
    processes: new Map([...children.map(toProcess(daemonPid)), ...others.map(toProcess(1))]),
    clock: { bootMs, nowMs: bootMs + uptimeMs },
  };
}

interface Machine {
  readonly children: readonly number[];
  readonly others: readonly number[];
  readonly uptimeMs: number;
}

const none = nothing;
const pidsOf = (live: readonly LiveEntry[]) => live.map(({ pid }) => pid);
const after = (live: readonly LiveEntry[]) => ({
  ...nothing,
  live: new Map(live.map((one) => [one.pid, one])),
});

it("lists who lives, and neither the dead nor who has the pid of a dead one", () => {
  const entries = [entryOf(100), entryOf(200), entryOf(300, bootMs + 300 * 10 + 9000)];
  const { live, ended } = findLive(
    { daemonPid, entries },
    machine({ children: [100], others: [300] }),
    none,
  );
  expect(pidsOf(live)).toEqual([100]);
  expect(ended.map(({ pid }) => pid)).toEqual([200, 300]);
});

it("lists on what a daemon that started anew has forgotten, until its process is gone", () => {
  const first = findLive(
    { daemonPid, entries: [entryOf(100)] },
    machine({ children: [100] }),
    none,
  );
  const restarted = { daemonPid: 8, entries: [] };
  const second = findLive(restarted, machine({ others: [8, 100] }), after(first.live));
  expect(second.live).toEqual([
    { pid: 100, startTicks: 100, entry: { ...entryOf(100), bytes: null } },
  ]);
  expect(findLive(restarted, machine({ others: [8] }), after(second.live)).live).toEqual([]);
});

it("believes the daemon of its child although the clock was set meanwhile", () => {
  const entries = [entryOf(100, bootMs + 3_600_000)];
  const { live } = findLive({ daemonPid, entries }, machine({ children: [100] }), none);
  expect(pidsOf(live)).toEqual([100]);
});

it("keeps a session without a daemon when the clock is set while it is known", () => {
  const before = after([{ pid: 100, startTicks: 100, entry: entryOf(100) }]);
  const seen = machine({ others: [100] });
  const set = { ...seen, clock: { bootMs: bootMs + 3_600_000, nowMs: bootMs + 3_700_000 } };
  const listed = { daemonPid: 0, entries: [entryOf(100)] };
  expect(pidsOf(findLive(listed, set, before).live)).toEqual([100]);
  expect(findLive(listed, set, none).live).toEqual([]);
});

it("takes of two entries with one pid the later one", () => {
  const entries = [entryOf(100), entryOf(100, bootMs)];
  const { live } = findLive({ daemonPid, entries }, machine({ children: [100] }), none);
  expect(live).toEqual([{ pid: 100, startTicks: 100, entry: entryOf(100) }]);
});

it("takes of two entries with one pid and second the one that was not seen ended", () => {
  const [stale, fresh] = [
    { ...entryOf(100), slot: 1 },
    { ...entryOf(100), slot: 2 },
  ];
  const memory = { ...nothing, ended: new Map([[1, 100]]) };
  for (const entries of [
    [stale, fresh],
    [fresh, stale],
  ]) {
    const { live } = findLive({ daemonPid, entries }, machine({ children: [100] }), memory);
    expect(live[0]?.entry).toBe(fresh);
  }
});

it("gives no newborn child the entry of who had its pid before", () => {
  const entries = [entryOf(100, bootMs - 60_000)];
  const seen = machine({ children: [100], uptimeMs: 1500 });
  expect(findLive({ daemonPid, entries }, seen, none).live).toEqual([]);
});

it("lists a child without an entry once it is older than a fork takes", () => {
  const listed = { daemonPid, entries: [] };
  const young = machine({ children: [100], uptimeMs: 2900 });
  expect(findLive(listed, young, none).live).toEqual([]);
  const old = machine({ children: [100], uptimeMs: 3000 });
  expect(findLive(listed, old, none).live).toEqual([
    { pid: 100, startTicks: 100, entry: undefined },
  ]);
});

it("never lists the daemon itself", () => {
  const listed = { daemonPid, entries: [entryOf(daemonPid)] };
  expect(findLive(listed, machine({ others: [daemonPid] }), none).live).toEqual([]);
});

it("asks for the start of a child once, and again when its pid has a later session", () => {
  const known = after([{ pid: 100, startTicks: 100, entry: entryOf(100) }]);
  const memory = { ...known, childTicks: new Map([[100, 100]]) };
  expect(findNewcomers([100, 200], [entryOf(100), entryOf(200)], memory)).toEqual([200]);
  const later = entryOf(100, bootMs + 500_000);
  expect(findNewcomers([100], [entryOf(100), later], memory)).toEqual([100]);
});

it("asks for a child that the daemon lists and the kernel leaves out, not for one that has left", () => {
  const memory = {
    childTicks: new Map([
      [100, 100],
      [200, 200],
      [300, 300],
    ]),
  };
  const entries = [entryOf(100), entryOf(200), entryOf(400)];
  expect(findMissing(new Set([100]), entries, memory)).toEqual([200]);
});
