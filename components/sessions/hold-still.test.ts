import { expect, test } from "vitest";
import type { FtpSession } from "@/lib/sessions/session";
import { ftpSession } from "@/tests/support/live-sessions";
import { shownRow } from "@/tests/support/shown-rows";
import { createHold } from "./hold-still";
import type { ShownRow } from "./roll-view";

type Row = ShownRow<FtpSession>;

const anna = shownRow(ftpSession(1, "anna"));
const ben = shownRow(ftpSession(2, "ben"));
const cleo = shownRow(ftpSession(3, "cleo"));
const endedAnna: Row = { ...anna, endedAtMs: 0 };

const all = { search: "" };

test("rows that are not held are shown in the order that was asked for, and none waits", () => {
  const list = createList();
  expect(list.show([anna, ben])).toEqual({ shown: ["anna", "ben"], waiting: 0 });
  expect(list.show([cleo, ben, anna])).toEqual({ shown: ["cleo", "ben", "anna"], waiting: 0 });
});

test("a list that is held from the start shows what there is", () => {
  expect(createList().hold([anna, ben])).toEqual({ shown: ["anna", "ben"], waiting: 0 });
});

test("held rows do not move, and new ones wait", () => {
  const list = createList();
  list.show([anna, ben]);
  expect(list.hold([cleo, ben, anna])).toEqual({ shown: ["anna", "ben"], waiting: 1 });
});

test("a held list without rows lets new ones in", () => {
  const list = createList();
  list.show([]);
  expect(list.hold([anna])).toEqual({ shown: ["anna"], waiting: 0 });
  expect(list.hold([ben])).toEqual({ shown: ["ben"], waiting: 0 });
});

test("asked twice the same, it answers the same", () => {
  const list = createList();
  list.show([anna, ben]);
  expect(list.hold([cleo, ben])).toEqual(list.hold([cleo, ben]));
});

test("a held row shows what is known of it now", () => {
  const hold = createHold<FtpSession>();
  hold({ arranged: [anna, ben], find: findIn([anna, ben]), isHeld: false, wish: all });
  const idle: Row = { ...ben, session: { ...ben.session, status: "idle" } };
  const find = findIn([anna, idle]);
  const { shown } = hold({ arranged: [idle, anna], find, isHeld: true, wish: all });
  expect(shown).toEqual([anna, idle]);
});

test("a held row that has ended keeps its place, and an ended one that was not shown does not wait", () => {
  const list = createList();
  list.show([anna, ben]);
  const endedCleo: Row = { ...cleo, endedAtMs: 0 };
  expect(list.hold([endedCleo, endedAnna, ben])).toEqual({ shown: ["anna", "ben"], waiting: 0 });
});

test("a held row that is not to be found any more leaves, and has its place again when it is back", () => {
  const list = createList();
  list.show([anna, ben, cleo]);
  expect(list.hold([anna, cleo])).toEqual({ shown: ["anna", "cleo"], waiting: 0 });
  expect(list.hold([anna, cleo, ben])).toEqual({ shown: ["anna", "ben", "cleo"], waiting: 0 });
});

test("a held row that is no longer what is looked for stays until the list is let go", () => {
  const list = createList();
  list.show([anna, ben]);
  expect(list.hold([anna], [anna, ben]).shown).toEqual(["anna", "ben"]);
  expect(list.show([anna], [anna, ben]).shown).toEqual(["anna"]);
});

test("only new rows that are looked for wait", () => {
  const list = createList();
  list.show([anna]);
  expect(list.hold([anna], [anna, ben, cleo]).waiting).toBe(0);
});

test("letting go shows all, and what is shown then is held next", () => {
  const list = createList();
  list.show([anna, ben]);
  list.hold([cleo, ben, anna]);
  expect(list.show([cleo, ben, anna])).toEqual({ shown: ["cleo", "ben", "anna"], waiting: 0 });
  expect(list.hold([anna, ben, cleo]).shown).toEqual(["cleo", "ben", "anna"]);
});

test("a new wish moves rows although they are held, once", () => {
  const list = createList();
  list.show([anna, ben]);
  const wish = { search: "" };
  const moved = { shown: ["cleo", "ben", "anna"], waiting: 0 };
  expect(list.hold([cleo, ben, anna], [], wish)).toEqual(moved);
  expect(list.hold([anna, ben, cleo], [], wish)).toEqual(moved);
});

/** Users, in the order shown. `known` are all there are to find, where those are more than are arranged. */
function createList() {
  const hold = createHold<FtpSession>();
  const ask = (isHeld: boolean) => {
    return (arranged: readonly Row[], known: readonly Row[] = [], wish: unknown = all) => {
      const find = findIn([...known, ...arranged]);
      const { shown, waiting } = hold({ arranged, find, isHeld, wish });
      return { shown: shown.map(({ session }) => session.user), waiting };
    };
  };
  return { show: ask(false), hold: ask(true) };
}

function findIn(rows: readonly Row[]) {
  return (key: string) => rows.find((row) => row.key === key);
}
