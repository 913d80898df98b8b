import { expect, it } from "vitest";
import { terminalSession } from "@/tests/support/scripted-source";
import { actOnSessions } from "./act-on-sessions";
import type { ActionOutcome, PlacedOutcome } from "./action-outcome";
import { quoted } from "./reason";
import type { TerminalSession } from "./session";
import type { SessionSource } from "./session-source";
import { SourceError } from "./source-error";
import { tellOutcomes } from "./tell-outcomes";
import { watchSource } from "./watched-source";

const root = {
  name: "root",
  sees: "everything",
  mayAct: true,
  address: null,
  panelSessionId: null,
} as const;
const reportBug = (error: unknown) => {
  throw error;
};
const settings = { settleMs: 5000, askTimeoutMs: 5000, reportBug };

/** A server with so many sessions, that ends them when it is let go. */
function open(id: string, count: number, release: Promise<void> = Promise.resolve()) {
  const all = Array.from({ length: count }, (_, place): TerminalSession => {
    const session = terminalSession(place + 1, `${id}-${place}`);
    return { ...session, ref: { ...session.ref, sourceId: id } };
  });
  let left: readonly TerminalSession[] = all;
  const calls: string[] = [];
  const source: SessionSource = {
    id,
    list: async () => {
      calls.push("list");
      return left;
    },
    act: async (refs) => {
      calls.push(`act ${refs.length}`);
      await release;
      left = [];
      return refs.map(() => ({ status: "asked" }));
    },
  };
  const label = { id, server: id, provider: "windows", kind: "terminal" } as const;
  const watched = watchSource(label, source, { timeoutMs: 5000, now: () => new Date(), reportBug });
  return { watched, calls, refs: all.map(({ ref }) => ref) };
}

it("tells what has become of the quick ones while a slow one still works, a batch for each source", async () => {
  const held = Promise.withResolvers<void>();
  const quick = [open("a", 250), open("b", 250), open("c", 250)];
  const slow = open("d", 250, held.promise);
  const servers = [...quick, slow];
  // Mixed, as a page that is sorted by user sends them.
  const refs = slow.refs.flatMap((_, place) => servers.flatMap((one) => one.refs[place] ?? []));
  const final = Promise.withResolvers<readonly ActionOutcome[]>();
  const batches = tellOutcomes(async (onOutcome) => {
    const acting = { kind: "terminal", action: "logOff", refs } as const;
    const sources = servers.map(({ watched }) => watched);
    final.resolve(await actOnSessions(sources, acting, root, { ...settings, onOutcome }));
  });

  const told: PlacedOutcome[] = [];
  const sizes: number[] = [];
  for await (const batch of batches) {
    told.push(...batch);
    if (batch.length > 0) sizes.push(batch.length);
    if (told.length === 750) held.resolve();
  }
  expect(sizes.every((size) => size % 250 === 0)).toBe(true);
  expect(told.slice(0, 750).filter(({ place }) => place % 4 === 3)).toEqual([]);
  expect(new Set(told.map(({ place }) => place)).size).toBe(1000);
  expect(await final.promise).toEqual(refs.map(() => ({ status: "done" })));
  for (const { calls } of quick) expect(calls).toEqual(["list", "act 250", "list"]);
});

it("keeps the order of the refs, whatever becomes of each and however often it is named", async () => {
  const { watched, refs } = open("a", 2);
  const [first, second] = refs;
  if (!first || !second) throw new Error("no sessions");
  const asked = [{ ...first, id: "99" }, second, { ...first, user: "x" }, first, second];
  const told: number[] = [];
  const onOutcome = (place: number) => told.push(place);
  const acting = { kind: "terminal", action: "logOff", refs: asked } as const;
  const outcomes = await actOnSessions([watched], acting, root, { ...settings, onOutcome });
  expect(outcomes.map(({ status }) => status)).toEqual([
    "alreadyGone",
    "done",
    "replaced",
    "done",
    "done",
  ]);
  expect(told.toSorted()).toEqual([0, 1, 2, 3, 4]);
});

it("goes on when nobody listens any more, and throws to who listens when it is a bug", async () => {
  const over = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const batches = tellOutcomes(async (onOutcome) => {
    onOutcome(0, { status: "done" });
    await go.promise;
    over.resolve();
  });
  for await (const batch of batches) {
    expect(batch).toEqual([{ place: 0, outcome: { status: "done" } }]);
    break;
  }
  go.resolve();
  await over.promise;

  const bug = new SourceError("unreadable", quoted("a bug"));
  const told: unknown[] = [];
  const listen = async () => {
    for await (const batch of tellOutcomes(() => Promise.reject(bug))) told.push(...batch);
  };
  await expect(listen()).rejects.toBe(bug);
  expect(told).toEqual([]);
});
