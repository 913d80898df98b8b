import { expect, it } from "vitest";
import { keepTrail } from "@/tests/support/kept-trail";
import { terminalSession, watchScripted } from "@/tests/support/scripted-source";
import { toSight } from "@/tests/support/sights";
import { actOnRecord } from "./act-on-record";
import type { AuditEntry } from "./audit-entry";
import type { Operator } from "./operator";
import { reason } from "./reason";

const root: Operator = {
  name: "root",
  sees: "everything",
  mayAct: true,
  address: "192.0.2.1",
  panelSessionId: null,
};
const reportBug = (error: unknown) => {
  throw error;
};
const settings = { settleMs: 200, askTimeoutMs: 100, reportBug };
const anna = terminalSession(2, "anna");
const bruno = terminalSession(3, "bruno");
const request = { kind: "terminal", action: "logOff", reason: "night", refs: [anna.ref] } as const;

/** A server that logs everybody off, and says what it was asked. */
function open(onAct: () => Promise<void> = async () => undefined) {
  let sessions = [anna, bruno];
  let asked = 0;
  const { watched } = watchScripted({
    list: async () => [...sessions],
    act: async (refs) => {
      asked += 1;
      await onAct();
      sessions = sessions.filter(({ ref }) => !refs.some(({ id }) => id === ref.id));
      return refs.map(() => ({ status: "asked" }) as const);
    },
  });
  return { watched, asked: () => asked };
}

it("says before the server is asked who means to do what to whom, as the row showed it", async () => {
  const trail = keepTrail();
  let before: readonly AuditEntry[] = [];
  const { watched } = open(async () => {
    before = [...trail.entries];
  });
  await watched.look();
  await actOnRecord(trail, [watched], request, root, settings);
  expect(before).toMatchObject([
    {
      event: "session.log-off",
      phase: "intent",
      operator: "root",
      operatorAddress: "192.0.2.1",
      server: watched.label.server,
      user: "anna",
      reason: "night",
      detail: { ref: { id: "2" }, row: { status: anna.status, name: anna.name } },
    },
  ]);
  const [intent, outcome] = trail.entries;
  expect(outcome).toMatchObject({ phase: "outcome", outcome: "done", actId: intent?.actId });
});

it("gives every session that was named its own two entries, also the ones that are refused", async () => {
  const trail = keepTrail();
  const { watched, asked } = open();
  await watched.look();
  const viewer = { ...root, mayAct: false };
  const refs = [anna.ref, bruno.ref, anna.ref];
  await actOnRecord(trail, [watched], { ...request, refs }, viewer, settings);
  expect(trail.entries.map(({ phase, user }) => `${phase} ${user}`)).toEqual([
    ...["intent anna", "intent bruno"],
    ...["outcome anna", "outcome bruno"],
  ]);
  expect(trail.entries.slice(2)).toMatchObject([
    { outcome: "refused", detail: { why: "notAllowed" } },
    { outcome: "refused" },
  ]);
  expect(new Set(trail.entries.map(({ actId }) => actId)).size).toBe(2);
  expect(asked()).toBe(0);
});

it("needs one entry for all that somebody names and does not see, with which they could fill the disk", async () => {
  const trail = keepTrail();
  const { watched, asked } = open();
  await watched.look();
  const carl = { ...root, name: "carl", sees: toSight(["carl"], []) };
  const refs = Array.from({ length: 1000 }, (_, id) => ({ ...anna.ref, id: `${id}` }));
  const told: number[] = [];
  const onOutcome = (place: number) => told.push(place);
  const outcomes = await actOnRecord(trail, [watched], { ...request, refs }, carl, {
    ...settings,
    onOutcome,
  });
  const unseen = { status: "refused", why: "unseen", reason: null };
  expect(outcomes).toEqual(Array(1000).fill(unseen));
  expect([told.length, asked()]).toEqual([1000, 0]);
  expect(trail.entries).toMatchObject([
    { event: "action.refuse", operator: "carl", detail: { sessions: 1000 } },
  ]);
});

it("asks no server when what is meant cannot be written, and says why without a path", async () => {
  const { watched, asked } = open();
  const trouble = Object.assign(new Error("/data/rollcall.db: full"), {
    code: "store",
    reason: reason("diskFull"),
  });
  const trail = { ...keepTrail(), append: () => Promise.reject(trouble) };
  const told: number[] = [];
  const onOutcome = (place: number) => told.push(place);
  const outcomes = await actOnRecord(trail, [watched], request, root, { ...settings, onOutcome });
  const failure = { code: "not-recorded", reason: trouble.reason };
  expect(outcomes).toEqual([{ status: "failed", failure }]);
  expect([told, asked()]).toEqual([[0], 0]);
});
