import { setImmediate as nextStep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { watchScripted } from "@/tests/support/scripted-source";
import { type Poller, pollSources } from "./poll-sources";
import { SourceError } from "./source-error";
import type { WatchedSource } from "./watched-source";

const everyMs = 30_000;
const times = { watchedMs: 1000, unwatchedMs: everyMs };

let poller: Poller | undefined;
afterEach(() => poller?.stop());

/** Time that passes only when it is told to, and gives every look the steps it needs to end. */
function createClock() {
  let nowMs = 0;
  let turn: (() => void) | undefined;
  let turnMs = 0;
  return {
    nowMs: () => nowMs,
    every(intervalMs: number, run: () => void) {
      [turn, turnMs] = [run, intervalMs];
      return () => {
        turn = undefined;
      };
    },
    async pass(durationMs: number, eachTurn: () => Promise<unknown> = async () => undefined) {
      for (const endMs = nowMs + durationMs; nowMs + turnMs <= endMs; ) {
        nowMs += turnMs;
        await eachTurn();
        turn?.();
        await nextStep();
      }
    },
  };
}

type Clock = ReturnType<typeof createClock>;

/** A source that notes when it is asked. */
function createAsked(clock: Clock, answer: () => Promise<readonly []> = async () => []) {
  const askedAtMs: number[] = [];
  const list = async () => {
    askedAtMs.push(clock.nowMs());
    return answer();
  };
  return { askedAtMs, source: watchScripted({ list }).watched };
}

function start(clock: Clock, sources: () => readonly WatchedSource[]): void {
  poller = pollSources(sources, times, clock);
}

function gapsOf(timesMs: readonly number[]): readonly number[] {
  return timesMs.slice(1).map((timeMs, index) => timeMs - (timesMs[index] ?? 0));
}

describe("sources that nobody watches", () => {
  it.each([3, 60, 500])(
    "are all asked at once at the start, then evenly: %i of them",
    async (count) => {
      const clock = createClock();
      const all = Array.from({ length: count }, () => createAsked(clock));
      start(clock, () => all.map(({ source }) => source));
      expect(all.map(({ askedAtMs }) => askedAtMs)).toEqual(all.map(() => [0]));

      await clock.pass(10 * everyMs);
      const later = all.flatMap(({ askedAtMs }) => askedAtMs.slice(1));
      const inTenth = (index: number) =>
        later.filter((atMs) => Math.floor((atMs - 5 * everyMs) / (everyMs / 10)) === index).length;
      const tenths = Array.from({ length: 10 }, (_, index) => inTenth(index));
      expect(Math.max(...tenths) - Math.min(...tenths)).toBeLessThanOrEqual(
        Math.ceil(count / 10) + 1,
      );
      expect(Math.max(...tenths)).toBeLessThanOrEqual(1.25 * Math.ceil(count / 10) + 1);
    },
  );

  it("are asked every interval, never sooner, and once a little later while they spread", async () => {
    const clock = createClock();
    const all = Array.from({ length: 100 }, () => createAsked(clock));
    start(clock, () => all.map(({ source }) => source));
    await clock.pass(20 * everyMs);
    for (const { askedAtMs } of all) {
      const [first = 0, ...others] = gapsOf(askedAtMs);
      expect(first).toBeLessThanOrEqual(2 * everyMs + 1000);
      expect(Math.min(first, ...others)).toBeGreaterThanOrEqual(everyMs);
      expect(Math.max(...others)).toBeLessThanOrEqual(everyMs + 2000);
    }
  });
});

describe("a source that somebody watches", () => {
  it("is asked every second, while the others are asked as seldom as ever", async () => {
    const clock = createClock();
    const [open, closed] = [createAsked(clock), createAsked(clock)];
    await open.source.glance(0, 0);
    start(clock, () => [open.source, closed.source]);
    await clock.pass(20_000);
    expect(closed.askedAtMs).toEqual([0]);
    const gaps = gapsOf(open.askedAtMs.slice(2));
    expect(gaps.length).toBeGreaterThanOrEqual(13);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1250);
  });

  it("is asked nothing by the poller, and again an interval after they left", async () => {
    const clock = createClock();
    const { source, askedAtMs } = createAsked(clock);
    start(clock, () => [source]);
    await nextStep();
    let watched = 1;
    await clock.pass(4 * everyMs, async () => {
      watched += 1;
      await source.look();
    });
    expect(askedAtMs).toHaveLength(watched);
    const leftAtMs = clock.nowMs();
    await clock.pass(everyMs - 500);
    expect(askedAtMs).toHaveLength(watched);
    await clock.pass(1500);
    expect(askedAtMs).toHaveLength(watched + 1);
    expect(askedAtMs.at(-1)).toBeGreaterThanOrEqual(leftAtMs + everyMs);
  });
});

describe("a source that never answers, or fails", () => {
  it("delays no other, and is never asked two questions at once", async () => {
    const clock = createClock();
    let underWay = 0;
    const dead = Array.from({ length: 10 }, () => {
      const asked = createAsked(clock, () => {
        underWay += 1;
        return new Promise(() => undefined);
      });
      return asked;
    });
    const failing = createAsked(clock, () =>
      Promise.reject(new SourceError("unreachable", "nothing listens there")),
    );
    const alive = Array.from({ length: 10 }, () => createAsked(clock));
    const all = [...dead, failing, ...alive];
    start(clock, () => all.map(({ source }) => source));
    // Faster than the 0.1 s after which a scripted source is given up.
    await clock.pass(4 * everyMs);
    expect(dead.map(({ askedAtMs }) => askedAtMs.length)).toEqual(dead.map(() => 1));
    expect(underWay).toBe(10);
    for (const { askedAtMs } of [failing, ...alive]) {
      expect(askedAtMs.length).toBeGreaterThanOrEqual(3);
      expect(Math.max(...gapsOf(askedAtMs).slice(1))).toBeLessThanOrEqual(everyMs + 2000);
    }
  });
});

describe("the list of sources", () => {
  it("may change: a new one is asked in the next turn, one that left is not asked again", async () => {
    const clock = createClock();
    const [stays, leaves, comes] = [createAsked(clock), createAsked(clock), createAsked(clock)];
    let current = [stays, leaves];
    start(clock, () => current.map(({ source }) => source));
    current = [stays, comes];
    await clock.pass(250);
    expect(comes.askedAtMs).toEqual([250]);
    await clock.pass(3 * everyMs);
    expect(leaves.askedAtMs).toEqual([0]);
    expect(comes.askedAtMs.length).toBeGreaterThan(2);
  });
});

describe("a poller", () => {
  it("runs until it is stopped, and asks nothing after that", async () => {
    const clock = createClock();
    const { source, askedAtMs } = createAsked(clock);
    start(clock, () => [source]);
    expect(poller?.isRunning()).toBe(true);
    poller?.stop();
    expect(poller?.isRunning()).toBe(false);
    await clock.pass(3 * everyMs);
    expect(askedAtMs).toEqual([0]);
  });

  it("is not running where its turns do not come", async () => {
    let nowMs = 0;
    poller = pollSources(() => [], times, { nowMs: () => nowMs, every: () => () => undefined });
    nowMs = 2 * everyMs + 999;
    expect(poller.isRunning()).toBe(true);
    nowMs += 1;
    expect(poller.isRunning()).toBe(false);
  });

  it("keeps its own time on the machine's clock", async () => {
    const asked = Promise.withResolvers<void>();
    let questions = 0;
    const { watched } = watchScripted({
      list: async () => {
        questions += 1;
        if (questions === 3) asked.resolve();
        return [];
      },
    });
    poller = pollSources(() => [watched], { watchedMs: 20, unwatchedMs: 20 });
    await asked.promise;
    expect(poller.isRunning()).toBe(true);
  });
});
