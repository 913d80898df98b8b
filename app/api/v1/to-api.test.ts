import { expect, it } from "vitest";
import type { Operator } from "@/lib/sessions/operator";
import { quoted } from "@/lib/sessions/reason";
import type { Roll, SourceAnswer } from "@/lib/sessions/roll";
import { terminalSession } from "@/tests/support/scripted-source";
import { rollSchema, sessionSchemas } from "./schemas";
import { toApiRollText } from "./to-api";

const root: Operator = {
  name: "root",
  address: null,
  sees: "everything",
  mayAct: true,
  panelSessionId: "row-1",
};
const at = new Date("2026-11-23T18:00:00Z");

function source(kind: "panel" | "terminal", server: string) {
  return { id: `${server}/${kind}`, server, provider: kind, kind };
}

it("is what the API's schema says, over several sources, twice the same", () => {
  const failure = { code: "timed-out", reason: quoted("no answer within 5 s") } as const;
  const answers: readonly SourceAnswer[] = [
    {
      state: "answered",
      source: source("terminal", "a"),
      sessions: [terminalSession(2, "anna")],
      limits: [],
      answeredAt: at,
    },
    {
      state: "answered",
      source: source("terminal", "b"),
      sessions: [],
      limits: [],
      answeredAt: at,
    },
    {
      state: "stale",
      source: source("terminal", "c"),
      sessions: [terminalSession(3, 'b"\n')],
      limits: [],
      answeredAt: at,
      failure,
      failingSince: at,
    },
    { state: "silent", source: source("terminal", "d"), failure, failingSince: at },
  ];
  const roll: Roll = { kind: "terminal", asOf: at, answers };
  const text = toApiRollText(roll, root);
  expect(toApiRollText(roll, root)).toBe(text);
  const parsed = rollSchema(sessionSchemas.terminal).parse(JSON.parse(text));
  expect(parsed.sources.map(({ state, count }) => [state, count])).toEqual([
    ["answered", 1],
    ["answered", 0],
    ["stale", 1],
    ["silent", null],
  ]);
  expect(parsed.sources[3]?.failure?.message).toContain("d did not answer within 5 s");
  expect(parsed.sessions.map(({ user, server }) => [user, server])).toEqual([
    ["anna", "a"],
    ['b"\n', "c"],
  ]);
});

it("tells each who asks which panel session is their own", () => {
  const session = {
    kind: "panel",
    ref: { sourceId: "a/panel", id: "row-1", user: "root", start: at.toISOString(), name: null },
    user: "root",
    type: "server-administrator",
    remoteAddress: "203.0.113.7",
    peerAddress: "10.0.0.1",
    userAgent: null,
    startedAt: at,
    idleSeconds: 0,
  } as const;
  const answer = {
    state: "answered",
    source: source("panel", "a"),
    sessions: [session],
    limits: [],
    answeredAt: at,
  } as const;
  const roll: Roll = { kind: "panel", asOf: at, answers: [answer] };
  const isOwn = (operator: Operator) =>
    rollSchema(sessionSchemas.panel).parse(JSON.parse(toApiRollText(roll, operator))).sessions[0]
      ?.isOwn;
  expect(isOwn(root)).toBe(true);
  expect(isOwn({ ...root, panelSessionId: "row-2" })).toBe(false);
});

it("says what an answering source cannot tell, and the line that lifts it", () => {
  const limits = [
    { code: "may-not-end", remedy: "anna ALL=(root) NOPASSWD: /bin/true", count: null },
    { code: "leftovers", remedy: null, count: 2 },
  ] as const;
  const label = { id: "a/proftpd", server: "a", provider: "proftpd", kind: "ftp" } as const;
  const answers: readonly SourceAnswer[] = [
    { state: "answered", source: label, sessions: [], limits, answeredAt: at },
  ];
  const text = toApiRollText({ kind: "ftp", asOf: at, answers }, root);
  const { sources } = rollSchema(sessionSchemas.ftp).parse(JSON.parse(text));
  expect(sources[0]?.limits).toEqual([
    {
      code: "may-not-end",
      message: expect.stringContaining("may not end sessions"),
      remedy: "anna ALL=(root) NOPASSWD: /bin/true",
    },
    { code: "leftovers", message: expect.stringContaining("2 entries"), remedy: null },
  ]);
});
