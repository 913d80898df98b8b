import { connect } from "node:net";
import { setImmediate as nextStep } from "node:timers/promises";
import { afterEach, expect, it, vi } from "vitest";
import { shellLine } from "@/lib/sessions/command";
import { pollSources } from "@/lib/sessions/poll-sources";
import { createSshTransport } from "@/lib/transports/ssh";
import { freePort } from "@/tests/support/free-port";
import { watchScripted } from "@/tests/support/scripted-source";

const hourMs = 3_600_000;
const everyMs = 5_000;

afterEach(() => {
  vi.unstubAllGlobals();
});

it("asks 90 of 100 servers on time while 10 are down for an hour, and those ever less often", async () => {
  const clock = createClock();
  // A spy would note each of the four million questions.
  vi.stubGlobal("performance", { now: clock.nowMs });
  const port = await freePort();
  const well = Array.from({ length: 90 }, () => openWell(clock.nowMs));
  const down = Array.from({ length: 10 }, () => openDown(port, clock.nowMs));
  const sources = [...down, ...well].map(({ watched }) => watched);

  const times = { watchedMs: everyMs, unwatchedMs: everyMs };
  const poller = pollSources(() => sources, times, clock);
  await clock.runUntil(hourMs);
  poller.stop();
  for (const { askedAtMs } of well) {
    const gaps = askedAtMs.slice(2).map((atMs, index) => atMs - (askedAtMs[index + 1] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1.1 * everyMs);
    expect(askedAtMs.at(-1)).toBeGreaterThan(hourMs - 1.1 * everyMs);
  }
  for (const { dialledAtMs, watched } of down) {
    expect(watched.latest()).toMatchObject({ state: "silent", failure: { code: "unreachable" } });
    expect(dialledAtMs.length).toBeGreaterThan(50);
    // Without its pauses it would be 720.
    expect(dialledAtMs.length).toBeLessThan(350);
  }
});

/** Time that passes from one call to the next. */
function createClock() {
  let nowMs = 0;
  const timers = new Set<{ readonly atMs: number; readonly run: () => void }>();
  const findNext = () => [...timers].toSorted((one, other) => one.atMs - other.atMs)[0];
  return {
    nowMs: () => nowMs,
    after(delayMs: number, run: () => void) {
      const timer = { atMs: nowMs + delayMs, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async runUntil(endMs: number) {
      for (let next = findNext(); next && next.atMs <= endMs; next = findNext()) {
        timers.delete(next);
        nowMs = next.atMs;
        next.run();
        await nextStep();
      }
      nowMs = endMs;
    },
  };
}

function openWell(now: () => number) {
  const askedAtMs: number[] = [];
  const { watched } = watchScripted({
    list: async () => {
      askedAtMs.push(now());
      return [];
    },
  });
  return { watched, askedAtMs };
}

/** A way to a server where nothing listens. */
function openDown(port: number, now: () => number) {
  const dialledAtMs: number[] = [];
  const transport = createSshTransport({
    ...{ host: "127.0.0.1", port, user: "nobody", credential: { password: "none" } },
    trustedFingerprint: async () => null,
    way: async () => async (address) => {
      dialledAtMs.push(now());
      return connect({ ...address, noDelay: true });
    },
  });
  const list = async () => {
    await transport.run(shellLine`hello`, AbortSignal.timeout(5000));
    return [];
  };
  return { watched: watchScripted({ list }).watched, dialledAtMs };
}
