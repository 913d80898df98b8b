import { expect, test } from "vitest";
import type { FtpSession } from "@/lib/sessions/session";
import type { RollView, SessionRow } from "./roll-view";
import { type Arrange, firstState, reduceScreen, type ScreenState } from "./screen-state";
import { sessionKey } from "./session-key";
import { sortRows } from "./sort-rows";

const byUser: Arrange<FtpSession> = (rows, sort) =>
  sortRows(rows, (row) => row.session.user, sort?.direction ?? "ascending");

test("rows keep their place over looks, and newcomers come last", () => {
  const state = looks(["anna", "ben", "cleo"], ["zoe", "cleo", "anna", "ben"]);
  expect(users(state)).toEqual(["anna", "ben", "cleo", "zoe"]);
});

test("a vanished session is shown as ended for 5 s and leaves the selection at once", () => {
  let state = select(looks(["anna", "ben"]), "anna", "ben");
  state = look(state, view(["ben"]), 1000);
  expect(state.rows.map((row) => row.endedAtMs)).toEqual([1000, null]);
  expect(selectedUsers(state)).toEqual(["ben"]);
  expect(users(reduceScreen(state, { type: "swept", nowMs: 5999 }))).toEqual(["anna", "ben"]);
  expect(users(reduceScreen(state, { type: "swept", nowMs: 6000 }))).toEqual(["ben"]);
});

test("a session of a source that went silent is not called ended", () => {
  const state = look(
    looks(["anna"]),
    { ...view([]), sources: [{ ...source, state: "silent" }] },
    0,
  );
  expect(users(state)).toEqual([]);
});

test("a session that comes back after it was called ended is not selected again", () => {
  let state = select(looks(["anna"]), "anna");
  state = look(look(state, view([]), 0), view(["anna"]), 100);
  expect(users(state)).toEqual(["anna"]);
  expect(selectedUsers(state)).toEqual([]);
});

test("a connection that signs in changes in place, and is not taken for the one that was selected", () => {
  const unnamed = row(null, "7");
  let state = select(firstState({ ...view([]), rows: [unnamed, row("ben")] }), unnamed.key);
  state = look(state, { ...view([]), rows: [row("ben"), row("anna", "7")] }, 0);
  expect(users(state)).toEqual(["anna", "ben"]);
  expect(state.rows.every((one) => one.endedAtMs === null)).toBe(true);
  expect(state.selected.size).toBe(0);
});

test("a stranger with the same id is another row, and the selected one has ended", () => {
  let state = select(
    firstState({ ...view([]), rows: [row("anna", "7", "noon")] }),
    row("anna", "7", "noon").key,
  );
  state = look(state, { ...view([]), rows: [row("anna", "7", "one")] }, 0);
  expect(state.rows.map((one) => one.endedAtMs)).toEqual([0, null]);
  expect(state.selected.size).toBe(0);
});

test("own and stale sessions are never selected, neither by a click nor with all", () => {
  const rows = [
    { ...row("anna"), isOwn: true },
    { ...row("ben"), staleSince: new Date(0) },
    row("cleo"),
  ];
  let state = select(firstState({ ...view([]), rows }), "anna", "ben");
  expect(state.selected.size).toBe(0);
  state = reduceScreen(state, { type: "toggledAll", shownKeys: rows.map((one) => one.key) });
  expect(selectedUsers(state)).toEqual(["cleo"]);
});

test("all takes what is shown and leaves what is not", () => {
  let state = select(looks(["anna", "ben", "cleo"]), "cleo");
  const shownKeys = [row("anna").key, row("ben").key];
  state = reduceScreen(state, { type: "toggledAll", shownKeys });
  expect(selectedUsers(state)).toEqual(["anna", "ben", "cleo"]);
  state = reduceScreen(state, { type: "toggledAll", shownKeys });
  expect(selectedUsers(state)).toEqual(["cleo"]);
});

test("rows that arrive after all was selected are not selected", () => {
  let state = looks(["anna"]);
  state = reduceScreen(state, { type: "toggledAll", shownKeys: [row("anna").key] });
  expect(selectedUsers(look(state, view(["anna", "ben"]), 0))).toEqual(["anna"]);
});

test("a range takes what lies between, in the order shown", () => {
  let state = select(looks(["anna", "ben", "cleo", "dora"]), "cleo");
  const shownKeys = ["dora", "cleo", "ben", "anna"].map((user) => row(user).key);
  state = reduceScreen(state, { type: "ranged", key: row("anna").key, shownKeys });
  expect(selectedUsers(state)).toEqual(["anna", "ben", "cleo"]);
});

test("sorted rows stay put under the pointer and while something is selected, and move afterwards", () => {
  let state = looks(["ben", "cleo"]);
  state = reduceScreen(state, {
    type: "sorted",
    sort: { columnId: "user", direction: "ascending" },
    arrange: byUser,
  });
  const next = view(["ben", "cleo", "anna"]);
  expect(users(look(state, next, 0, true))).toEqual(["ben", "cleo", "anna"]);
  expect(users(look(select(state, "ben"), next, 0))).toEqual(["ben", "cleo", "anna"]);
  expect(users(look(state, next, 0))).toEqual(["anna", "ben", "cleo"]);
});

test("what was done leaves the selection, what failed stays to be tried again", () => {
  const failure = { code: "timed-out", reason: "no answer within 5 s" } as const;
  const state = reduceScreen(select(looks(["anna", "ben", "cleo"]), "anna", "ben", "cleo"), {
    type: "acted",
    action: "remove",
    outcomes: new Map([
      [row("anna").key, { status: "done" }],
      [row("ben").key, { status: "failed", failure }],
      [row("cleo").key, { status: "replaced" }],
    ]),
  });
  expect(selectedUsers(state)).toEqual(["ben"]);
});

const source = {
  id: "web01/proftpd",
  server: "web01",
  provider: "proftpd",
  state: "answered",
  answeredAt: new Date(0),
  trouble: null,
  printed: null,
  sessionCount: 1,
  limits: [],
} as const;

function row(user: string | null, id = `id of ${user}`, start = "noon"): SessionRow<FtpSession> {
  const ref = { sourceId: source.id, id, user, start, name: null };
  return {
    key: sessionKey(ref),
    server: "web01",
    provider: "proftpd",
    isOwn: false,
    staleSince: null,
    answeredAt: new Date(0),
    limits: [],
    session: {
      kind: "ftp",
      ref,
      user,
      remoteAddress: null,
      startedAt: null,
      idleSeconds: null,
      type: null,
      status: "idle",
      command: null,
      connectedSeconds: null,
      domain: null,
      virtualHost: null,
      home: null,
      location: null,
      clientLocation: null,
      fileName: null,
      filePath: null,
      bytesTransferred: null,
      bytesPerSecond: null,
      progressPercent: null,
      protocol: null,
      pid: 1,
    },
  };
}

function view(names: readonly string[]): RollView<FtpSession> {
  return { asOf: new Date(0), sources: [source], rows: names.map((name) => row(name)) };
}

function look(
  state: ScreenState<FtpSession>,
  next: RollView<FtpSession>,
  nowMs: number,
  isPointerOnRows = false,
): ScreenState<FtpSession> {
  return reduceScreen(state, {
    type: "looked",
    view: next,
    nowMs,
    arrange: byUser,
    isPointerOnRows,
  });
}

function looks(first: readonly string[], ...later: readonly string[][]): ScreenState<FtpSession> {
  return later.reduce((state, names) => look(state, view(names), 0), firstState(view(first)));
}

function select(state: ScreenState<FtpSession>, ...names: readonly string[]) {
  const keys = names.map((name) => (name.startsWith("[") ? name : row(name).key));
  return keys.reduce((now, key) => reduceScreen(now, { type: "toggled", key }), state);
}

function users(state: ScreenState<FtpSession>) {
  return state.rows.map((one) => one.session.user);
}

function selectedUsers(state: ScreenState<FtpSession>) {
  return state.rows.filter((one) => state.selected.has(one.key)).map((one) => one.session.user);
}
