import { expect, test } from "vitest";
import type { ActionOutcome } from "@/lib/sessions/action-outcome";
import { quoted } from "@/lib/sessions/reason";
import type { SessionAction } from "@/lib/sessions/session-action";
import { firstState, reduceScreen, type ScreenEvent, type ScreenState } from "./screen-state";

const failure = { code: "timed-out", reason: quoted("no answer within 5 s") } as const;
const done: ActionOutcome = { status: "done" };
const failed: ActionOutcome = { status: "failed", failure };

test("at first nothing is selected, open or known to have been done", () => {
  expect(firstState).toEqual({
    selected: new Set(),
    anchor: null,
    active: null,
    opened: null,
    outcomes: new Map(),
  });
});

test("a click selects one row, and a second click gives it back", () => {
  const state = select("anna", "ben");
  expect(selectedIn(state)).toEqual(["anna", "ben"]);
  expect(selectedIn(after(state, { type: "toggled", key: "anna" }))).toEqual(["ben"]);
});

test("all takes what is shown and leaves what is not, both to take and to give back", () => {
  const shown = ["anna", "ben"];
  const taken = after(select("cleo"), { type: "took", keys: shown });
  expect(selectedIn(taken)).toEqual(["anna", "ben", "cleo"]);
  expect(selectedIn(after(taken, { type: "gaveBack", keys: shown }))).toEqual(["cleo"]);
});

test("taking what is taken and giving back what is not changes nothing", () => {
  const state = after(select("anna"), { type: "took", keys: ["anna"] });
  expect(selectedIn(after(state, { type: "gaveBack", keys: ["zoe"] }))).toEqual(["anna"]);
});

test("what was given back is not selected again when others are taken", () => {
  const state = after(
    select("anna", "ben"),
    { type: "gaveBack", keys: ["anna"] },
    { type: "took", keys: ["cleo"] },
  );
  expect(selectedIn(state)).toEqual(["ben", "cleo"]);
});

test("a range takes what lies between, in the order shown, whichever end was clicked first", () => {
  const takeable = ["dora", "cleo", "ben", "anna"];
  const down = after(select("cleo"), { type: "ranged", key: "anna", takeable });
  expect(selectedIn(down)).toEqual(["anna", "ben", "cleo"]);
  const up = after(select("anna"), { type: "ranged", key: "cleo", takeable });
  expect(selectedIn(up)).toEqual(["anna", "ben", "cleo"]);
});

test("a range takes only what can be taken, and leaves the selection elsewhere as it was", () => {
  const state = after(select("zoe", "anna"), {
    type: "ranged",
    key: "cleo",
    takeable: ["anna", "cleo", "zoe"],
  });
  expect(selectedIn(state)).toEqual(["anna", "cleo", "zoe"]);
});

test("ranges begin where the last single click was, one after the other", () => {
  const takeable = ["anna", "ben", "cleo", "dora"];
  const state = after(
    select("ben"),
    { type: "ranged", key: "dora", takeable },
    { type: "cleared" },
    { type: "toggled", key: "cleo" },
    { type: "ranged", key: "dora", takeable },
    { type: "ranged", key: "ben", takeable },
  );
  expect(selectedIn(state)).toEqual(["ben", "cleo", "dora"]);
});

test("a range from a row that is not shown any more takes the one row, and begins there next", () => {
  const takeable = ["anna", "ben", "cleo"];
  const state = after(select("gone"), { type: "ranged", key: "ben", takeable });
  expect(selectedIn(state)).toEqual(["ben", "gone"]);
  expect(selectedIn(after(state, { type: "ranged", key: "anna", takeable }))).toEqual([
    "anna",
    "ben",
    "gone",
  ]);
});

test.each<ScreenEvent>([{ type: "cleared" }, { type: "took", keys: [] }])(
  "after everything was $type, a range has no beginning",
  (event) => {
    const takeable = ["anna", "ben", "cleo"];
    const state = after(select("anna"), event, { type: "gaveBack", keys: ["anna"] });
    const ranged = after(state, { type: "ranged", key: "cleo", takeable });
    expect(selectedIn(ranged)).toEqual(["cleo"]);
  },
);

test("clearing gives everything back", () => {
  expect(selectedIn(after(select("anna", "ben"), { type: "cleared" }))).toEqual([]);
});

test("the keyboard and the open row are followed, and change nothing else", () => {
  const state = select("anna");
  const moved = after(state, { type: "moved", to: "ben" }, { type: "opened", key: "cleo" });
  expect(moved).toEqual({ ...state, active: "ben", opened: "cleo" });
  expect(after(moved, { type: "moved", to: null }, { type: "opened", key: null })).toEqual(state);
});

test("what was done leaves the selection, what failed stays to be tried again", () => {
  const state = after(
    select("anna", "ben", "cleo", "dora"),
    acted("remove", {
      anna: done,
      ben: failed,
      cleo: { status: "replaced" },
      dora: { status: "alreadyGone" },
    }),
  );
  expect(selectedIn(state)).toEqual(["ben"]);
});

test("what may not have happened, or was refused, stays selected", () => {
  const state = after(
    select("anna", "ben"),
    acted("remove", {
      anna: { status: "unconfirmed", failure: null },
      ben: { status: "refused", why: "server", reason: null },
    }),
  );
  expect(selectedIn(state)).toEqual(["anna", "ben"]);
});

test("who got a message stays selected, who is gone or was replaced does not", () => {
  const state = after(
    select("anna", "ben", "cleo"),
    acted("sendMessage", {
      anna: done,
      ben: { status: "alreadyGone" },
      cleo: { status: "replaced" },
    }),
  );
  expect(selectedIn(state)).toEqual(["anna"]);
});

test("outcomes come one after the other, and the rest runs on", () => {
  const begun = after(firstState, { type: "began", action: "remove", keys: ["anna", "ben"] });
  expect(outcomesIn(begun)).toEqual({ anna: null, ben: null });
  const half = after(begun, acted("remove", { ben: failed }));
  expect(outcomesIn(half)).toEqual({ anna: null, ben: failed });
  expect(outcomesIn(after(half, acted("remove", { anna: done })))).toEqual({
    anna: done,
    ben: failed,
  });
});

test("another action takes the place of what the last one came to", () => {
  const state = after(
    firstState,
    { type: "began", action: "remove", keys: ["anna", "ben"] },
    acted("remove", { anna: failed, ben: failed }),
    { type: "began", action: "forceRemove", keys: ["ben"] },
  );
  expect(state.outcomes).toEqual(new Map([["ben", { action: "forceRemove", outcome: null }]]));
});

test("dismissing forgets the outcomes and keeps the selection", () => {
  const state = after(select("anna"), acted("remove", { anna: failed }), { type: "dismissed" });
  expect(state.outcomes.size).toBe(0);
  expect(selectedIn(state)).toEqual(["anna"]);
});

test("no state is changed in place", () => {
  const before = select("anna");
  after(
    before,
    { type: "toggled", key: "anna" },
    { type: "took", keys: ["ben"] },
    acted("remove", { anna: done }),
  );
  expect(before).toEqual({ ...firstState, selected: new Set(["anna"]), anchor: "anna" });
  expect(firstState.selected.size).toBe(0);
});

function after(state: ScreenState, ...events: readonly ScreenEvent[]): ScreenState {
  return events.reduce(reduceScreen, state);
}

function select(...keys: readonly string[]): ScreenState {
  return after(firstState, ...keys.map((key) => ({ type: "toggled", key }) as const));
}

function acted(
  action: SessionAction,
  became: Readonly<Record<string, ActionOutcome>>,
): ScreenEvent {
  return { type: "acted", action, outcomes: new Map(Object.entries(became)) };
}

function selectedIn({ selected }: ScreenState): readonly string[] {
  return [...selected].toSorted();
}

function outcomesIn({ outcomes }: ScreenState) {
  return Object.fromEntries([...outcomes].map(([key, { outcome }]) => [key, outcome]));
}
