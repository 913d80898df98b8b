import { expect, test } from "vitest";
import type { Operator } from "@/lib/sessions/operator";
import type { Roll } from "@/lib/sessions/roll";
import type { PanelSession, Session } from "@/lib/sessions/session";
import { toRollView } from "./roll-view";
import { nextSort, sortRows } from "./sort-rows";

test("what is unknown comes last in either direction", () => {
  const values = [null, "b", "a", null, "c"];
  expect(sortRows(values, (value) => value, "ascending")).toEqual(["a", "b", "c", null, null]);
  expect(sortRows(values, (value) => value, "descending")).toEqual(["c", "b", "a", null, null]);
});

test("numbers inside names are compared as numbers", () => {
  expect(sortRows(["web10", "Web2", "web1"], (value) => value, "ascending")).toEqual([
    "web1",
    "Web2",
    "web10",
  ]);
});

test("a column sorts up, then down, then not", () => {
  const up = nextSort(null, "user");
  const down = nextSort(up, "user");
  expect([up?.direction, down?.direction, nextSort(down, "user")]).toEqual([
    "ascending",
    "descending",
    null,
  ]);
  expect(nextSort(down, "server")).toEqual({ columnId: "server", direction: "ascending" });
});

const operator: Operator = {
  name: "anna",
  sees: "everything",
  mayAct: true,
  panelSessionId: "mine",
};

const label = { id: "here/panel", server: "here", provider: "panel", kind: "panel" } as const;
const failure = { code: "timed-out", reason: "no answer within 5 s" } as const;

test("the operator's own session is marked, and only that one", () => {
  const view = toRollView(rollOf(["mine", "other"]), isPanel, operator);
  expect(view.rows.map((row) => row.isOwn)).toEqual([true, false]);
});

test("a stale source keeps its rows, marked with when it last answered", () => {
  const [answer] = rollOf(["other"]).answers;
  const roll: Roll = {
    kind: "panel",
    asOf: new Date(9000),
    answers:
      answer?.state === "answered"
        ? [{ ...answer, state: "stale", failure, failingSince: new Date(5000) }]
        : [],
  };
  const view = toRollView(roll, isPanel, operator);
  expect(view.rows.map((row) => row.staleSince)).toEqual([new Date(1000)]);
  expect(view.sources[0]?.trouble).toContain("here did not answer within 5 s");
});

test("a silent source says why and has no time of an answer", () => {
  const roll: Roll = {
    kind: "panel",
    asOf: new Date(9000),
    answers: [{ state: "silent", source: label, failure, failingSince: new Date(5000) }],
  };
  const view = toRollView(roll, isPanel, operator);
  expect(view.rows).toEqual([]);
  expect(view.sources).toMatchObject([{ state: "silent", answeredAt: null }]);
});

function isPanel(session: Session): session is PanelSession {
  return session.kind === "panel";
}

function rollOf(ids: readonly string[]): Roll {
  const sessions = ids.map(
    (id): PanelSession => ({
      kind: "panel",
      ref: { sourceId: label.id, id, user: "anna", start: null, name: null },
      user: "anna",
      remoteAddress: null,
      startedAt: null,
      idleSeconds: null,
      type: "customer",
      userAgent: null,
    }),
  );
  const answer = {
    state: "answered",
    source: label,
    sessions,
    limits: [],
    answeredAt: new Date(1000),
  } as const;
  return { kind: "panel", asOf: new Date(2000), answers: [answer] };
}
