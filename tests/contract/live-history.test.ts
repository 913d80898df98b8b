import { once } from "node:events";
import fc from "fast-check";
import { expect, it } from "vitest";
import { quoted } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import { createScriptedFeed, type ScriptedFeed, startHub } from "@/tests/support/live-hub";
import { type LiveReader, readLive } from "@/tests/support/live-reader";
import { panelSession } from "@/tests/support/live-sessions";
import { waitFor } from "@/tests/support/wait-for";

const users = ["anna", "bert", "carl"];

const sessionChange = fc.record({
  id: fc.integer({ min: 1, max: 6 }).map(String),
  user: fc.constantFrom(...users),
  start: fc.constantFrom(null, "9:00", "9:30"),
  /** Long enough for a line to fill up. */
  userAgent: fc.constantFrom(null, "curl", "x".repeat(400_000), "y".repeat(400_000)),
  idleSeconds: fc.constantFrom(null, 0, 60, 4000),
  startedAt: fc.constantFrom(null, new Date(0), new Date(1)),
});

const step = fc.record({
  source: fc.integer({ min: 0, max: 2 }),
  does: fc.oneof(
    { weight: 6, arbitrary: fc.array(sessionChange, { maxLength: 5 }) },
    fc.constant("fail" as const),
    fc.constant("end" as const),
    fc.constant("leave" as const),
  ),
  isSlowReading: fc.boolean(),
  isAwaited: fc.boolean(),
});

it("brings fast and slow readers to what a fresh roll says, whatever the sources do", async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 14 }), tellHistory), {
    numRuns: 12,
  });
}, 120_000);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function tellHistory(history: readonly Step[]): Promise<void> {
  const all = [0, 1, 2].map((at) => createScriptedFeed("panel", `s${at}/panel`));
  let listed = all.map(({ watched }) => watched);
  const hub = await startHub({ sources: () => listed, times: { checkMs: 20 } });
  const open = async () => {
    const socket = hub.connect();
    const reader = readLive(socket);
    await once(socket, "open");
    reader.watch("panel");
    await waitFor(() => reader.number() !== undefined);
    return { socket, reader };
  };
  const [fast, slow] = [await open(), await open()];
  for (const { source, does, isSlowReading, isAwaited } of history) {
    const feed = all[source];
    if (!feed) throw new Error("there are three");
    if (isSlowReading) slow.socket.resume();
    else slow.socket.pause();
    const said = fast.reader.messages.length;
    const wasListed = listed.includes(feed.watched);
    const others = listed.filter((watched) => watched !== feed.watched);
    listed = does === "leave" ? others : [...others, feed.watched];
    await act(feed, does);
    const isNews = does === "leave" ? wasListed : true;
    if (isAwaited && isNews) await waitFor(() => fast.reader.messages.length > said);
  }
  slow.socket.resume();
  await settle(fast.reader);
  const fresh = await open();
  for (const { reader } of [fast, slow]) {
    await waitFor(() => reader.number() === fresh.reader.number());
    expect(toKnown(reader)).toEqual(toKnown(fresh.reader));
    expect(reader.gaps()).toBe(0);
  }
  await hub.stop();
  expect(hub.bugs).toEqual([]);
}

async function act(feed: ScriptedFeed, does: Step["does"]): Promise<void> {
  if (does === "leave") return;
  if (does === "fail") return feed.fail(new SourceError("unreachable", quoted("gone")));
  if (does === "end") {
    return feed.fail(new SourceError("unreachable", quoted("ended"), { isNobodyLeft: true }));
  }
  const byId = new Map(does.map((session) => [session.id, session]));
  const { id: sourceId } = feed.watched.label;
  const sessions = [...byId.values()].map(({ id, user, start, ...others }) => {
    const session = panelSession(id, user, sourceId);
    return { ...session, ...others, ref: { ...session.ref, start } };
  });
  return feed.say(sessions);
}

/** Until no more comes for as long as changes may wait for each other. */
async function settle(reader: LiveReader): Promise<void> {
  let seen = -1;
  let sinceMs = performance.now();
  await waitFor(() => {
    if (seen !== reader.messages.length) sinceMs = performance.now();
    seen = reader.messages.length;
    return performance.now() - sinceMs > 250;
  });
}

function toKnown(reader: LiveReader) {
  const byNo = [...reader.rows()].toSorted(([one], [other]) => one - other);
  return { rows: byNo, sources: new Map(reader.sources()) };
}
