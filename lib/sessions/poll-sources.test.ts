import { setImmediate as nextStep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { watchScripted } from "@/tests/support/scripted-source";
import { type Poller, pollSources } from "./poll-sources";
import { quoted } from "./reason";
import { SourceError } from "./source-error";
import type { WatchedSource } from "./watched-source";

const everyMs = 30_000;
const times = { watchedMs: 1000, unwatchedMs: everyMs };

let poller: Poller | undefined;
afterEach(() => poller?.stop());

/** Time that passes only when it is told to, and gives every look the steps it needs to end. */
function createClock() {
  let nowMs = 0;
  const timers = new Map<object, { readonly atMs: number; readonly run: () => void }>();
  const takeDue = (untilMs: number) => {
    const due = [...timers].filter(([, { atMs }]) => atMs <= untilMs);
    const [next] = due.toSorted(([, one], [, other]) => one.atMs - other.atMs);
    if (next) timers.delete(next[0]);
    return next?.[1];
  };
  const runUntil = async (endMs: number) => {
    await nextStep();
    for (let due = takeDue(endMs); due; due = takeDue(endMs)) {
      nowMs = due.atMs;
      due.run();
      await nextStep();
    }
    nowMs = endMs;
  };
  return {
    nowMs: () => nowMs,
    after(delayMs: number, run: () => void) {
      const timer = {};
      timers.set(timer, { atMs: nowMs + delayMs, run });
      return () => timers.delete(timer);
    },
    async pass(durationMs: number, eachStep: () => Promise<unknown> = async () => undefined) {
      for (const endMs = nowMs + durationMs; nowMs < endMs; ) {
        await eachStep();
        await runUntil(Math.min(endMs, nowMs + stepMs));
      }
    },
  };
}

const stepMs = 250;

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
    expect(new Set(gapsOf(open.askedAtMs))).toEqual(new Set([1000]));
    // Who glanced once has left the page ten seconds later, as the machine counts them.
    expect(open.askedAtMs).toHaveLength(21);
  });

  it("is asked a second after it answered, and after others had an answer", async () => {
    const clock = createClock();
    const slow = Promise.withResolvers<readonly []>();
    const { source, askedAtMs } = createAsked(clock, () =>
      clock.nowMs() === 0 ? slow.promise : Promise.resolve([]),
    );
    const stop = source.onAnswer(() => undefined);
    start(clock, () => [source]);
    await clock.pass(40);
    slow.resolve([]);
    await clock.pass(1360);
    await source.look();
    await clock.pass(2600);
    stop();
    // The look of somebody else is noticed at the next turn, at 1500.
    expect(askedAtMs).toEqual([0, 1040, 1400, 2500, 3500]);
  });

  it("is asked seldom again when nobody listens any more", async () => {
    const clock = createClock();
    const { source, askedAtMs } = createAsked(clock);
    const stop = source.onAnswer(() => undefined);
    start(clock, () => [source]);
    await clock.pass(5000);
    stop();
    await clock.pass(everyMs + 1000);
    const [leftAtMs = 0, ...later] = askedAtMs.slice(5);
    expect(leftAtMs).toBe(5000);
    expect(later).toHaveLength(1);
    expect(later[0]).toBeGreaterThanOrEqual(leftAtMs + everyMs);
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
      Promise.reject(new SourceError("unreachable", quoted("nothing listens there"))),
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
    poller = pollSources(() => [], times, { nowMs: () => nowMs, after: () => () => undefined });
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
