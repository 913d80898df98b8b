import { describe, expect, it } from "vitest";
import type { Changes, WireRow } from "@/lib/sessions/live-message";
import { quoted } from "@/lib/sessions/reason";
import { ftpSession } from "@/tests/support/live-sessions";
import {
  changesFrom,
  ftpRow,
  openFtpStore,
  rollOf,
  silentSource,
  staleSource,
  toldAt,
  wireRow,
  wireSource,
} from "@/tests/support/shown-rows";

type Store = ReturnType<typeof openFtpStore>;

const laterAt = "2026-01-05T12:00:05.000Z";
const [anna, ben, cleo] = [ftpRow(1, "anna"), ftpRow(2, "ben"), ftpRow(3, "cleo")];
const numbers = new WeakMap<Store, number>();

describe("changes", () => {
  it("are not taken, and change nothing, where one before them was missed", () => {
    const store = openFtpStore([anna, ben]);
    const before = store.get();
    const [key = ""] = store.keys();
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    const all = { added: [cleo], gone: [1], sources: [silentSource()], left: ["web01/ftp"] };
    for (const from of [0, 2]) expect(store.takeChanges(changesFrom(from, all))).toBe(false);
    expect(store.get()).toBe(before);
    expect([store.find(key)?.session.user, told]).toEqual(["anna", 0]);
    expect(store.takeChanges(changesFrom(1))).toBe(true);
    expect(store.takeChanges(changesFrom(1))).toBe(false);
  });

  it("are not taken before the first roll is whole", () => {
    const store = openFtpStore([], { left: 1 });
    for (const from of [0, 1]) expect(store.takeChanges(changesFrom(from))).toBe(false);
    expect(store.get().isWhole).toBe(false);
  });

  it("follow one on another, and may leap numbers", () => {
    const store = openFtpStore([]);
    take(store, { added: [anna], to: 7 }, { added: [ben] });
    expect(store.takeChanges(changesFrom(7, { added: [cleo] }))).toBe(false);
    expect(store.users()).toEqual(["anna", "ben"]);
  });

  it("tell when it was so and when it was heard", () => {
    const store = openFtpStore([]);
    store.clock.nowMs = 300;
    take(store, { asOf: laterAt });
    expect(store.get()).toMatchObject({ asOf: new Date(laterAt), heardAtMs: 300, isWhole: true });
  });
});

describe("a row that has changed", () => {
  it("says what is new of it and since when, and is otherwise as it was", () => {
    const store = openFtpStore([anna, ben]);
    const [before, other] = store.shown();
    const startedAt = "2026-01-05T11:00:00.000Z";
    const fields = { status: "idle", startedAt, bytesPerSecond: null } as const;
    take(store, { changed: [{ no: 1, at: laterAt, fields }] });
    const [after, same] = store.shown();
    expect(after).toEqual({
      ...before,
      answeredAt: new Date(laterAt),
      session: {
        ...before?.session,
        status: "idle",
        startedAt: new Date(startedAt),
        bytesPerSecond: null,
      },
    });
    expect(after).not.toBe(before);
    expect(same).toBe(other);
    take(store, { changed: [{ no: 1, at: laterAt, fields: { startedAt: null } }] });
    expect(store.shown()[0]?.session.startedAt).toBeNull();
  });

  it("keeps its key and its place when a connection signs in, and so do rolls that follow", () => {
    const store = openFtpStore([ftpRow(7, null), ben]);
    const [key = ""] = store.keys();
    take(store, { changed: [becomes(ftpRow(7, "anna"))] });
    expect([store.users(), store.keys()[0]]).toEqual([["anna", "ben"], key]);
    store.takeRoll(rollOf(3, [ben, ftpRow(7, "anna")]));
    expect([store.users(), store.keys()[0]]).toEqual([["anna", "ben"], key]);
    expect(store.endedAtMs()).toEqual([null, null]);

    store.clock.nowMs = 100;
    store.takeChanges(changesFrom(3, { gone: [7] }));
    expect(store.seen()).toEqual(["anna ended at 100", "ben"]);
  });

  it("is another where a stranger has its number by now, and the former has ended", () => {
    const store = openFtpStore([anna, ben]);
    const [key = ""] = store.keys();
    take(store, { changed: [becomes(ftpRow(1, "eve"))] });
    expect(store.seen()).toEqual(["anna ended at 0", "ben", "eve"]);
    expect(store.find(key)?.session.user).toBe("anna");
    take(store, { gone: [1] });
    expect(store.endedAtMs()).toEqual([0, null, 0]);
  });

  it.each([
    ["it was not told who it is", { changed: [becomes(ftpRow(7, null, null))] }],
    ["it had gone and come again", { gone: [7], added: [ftpRow(7, null, null)] }],
  ])("is another also where %s before the stranger came", (_, before) => {
    const store = openFtpStore([ftpRow(7, null, null)]);
    const [signedIn, stranger] = [ftpRow(7, "anna"), ftpRow(7, "eve", "one")];
    take(store, { changed: [becomes(signedIn)] }, before, { changed: [becomes(stranger)] });
    expect(store.seen()).toEqual(["null ended at 0", "eve"]);
  });

  it("is not brought back by a number that names nothing any more", () => {
    const store = openFtpStore([anna]);
    take(store, { gone: [1] }, { changed: [becomes(ftpRow(1, "anna"))] });
    expect(store.endedAtMs()).toEqual([0]);
  });
});

describe("a row that was added", () => {
  it("comes last, with the name of a server that is new with it", () => {
    const store = openFtpStore([anna]);
    const source = wireSource({ id: "web02/vsftpd", server: "web02", provider: "vsftpd" });
    const far = wireRow(9, ftpSession(9, "far", source.id));
    take(store, { sources: [source], added: [ben, far] });
    expect(store.users()).toEqual(["anna", "ben", "far"]);
    expect(store.shown()[2]).toMatchObject({ server: "web02", provider: "vsftpd" });
    expect(store.get().sources.map(({ id }) => id)).toEqual(["web01/ftp", "web02/vsftpd"]);
  });

  it("is there again in its place where it had ended, and is not swept", () => {
    const store = openFtpStore([anna, ben]);
    const [key = ""] = store.keys();
    take(store, { gone: [1] }, { added: [{ ...anna, no: 11 }] });
    expect([store.users(), store.endedAtMs(), store.keys()[0]]).toEqual([
      ["anna", "ben"],
      [null, null],
      key,
    ]);
    store.clock.nowMs = 6000;
    store.sweep();
    take(store, { gone: [11] });
    expect(store.endedAtMs()).toEqual([6000, null]);
  });

  it("has not ended where the same session has gone under its former number", () => {
    const store = openFtpStore([anna, ben]);
    take(store, { gone: [1], added: [{ ...anna, no: 11 }] });
    expect(store.seen()).toEqual(["anna", "ben"]);
    take(store, { changed: [{ no: 11, at: laterAt, fields: { status: "idle" } }] });
    expect(store.shown()[0]?.session.status).toBe("idle");
  });

  it("twice, by a source that errs, is one row and has ended when both are gone", () => {
    const store = openFtpStore([]);
    take(store, { added: [anna, { ...anna, no: 11 }] });
    take(store, { gone: [11] });
    expect(store.seen()).toEqual(["anna"]);
    take(store, { gone: [1] });
    expect(store.endedAtMs()).toEqual([0]);
  });
});

describe("a row that has gone", () => {
  it("has ended where its source answered, and leaves 5 s later", () => {
    const store = openFtpStore([anna, ben]);
    store.clock.nowMs = 1000;
    take(store, { gone: [1] });
    expect(store.endedAtMs()).toEqual([1000, null]);
    store.clock.nowMs = 6000;
    store.sweep();
    expect(store.users()).toEqual(["ben"]);
  });

  it.each<[string, Partial<Changes>]>([
    ["went silent", { sources: [silentSource()] }],
    ["went stale", { sources: [staleSource()] }],
    ["is listed no more", { left: ["web01/ftp"] }],
  ])("is not said to have ended where its source %s", (_, over) => {
    const store = openFtpStore([anna]);
    const [key = ""] = store.keys();
    take(store, { ...over, gone: [1] });
    expect(store.users()).toEqual([]);
    expect(store.find(key)).toBeUndefined();
  });

  it("is named by the numbers of the latest roll", () => {
    const store = openFtpStore([anna, ben]);
    store.takeRoll(
      rollOf(5, [
        { ...ben, no: 1 },
        { ...anna, no: 2 },
      ]),
    );
    store.takeChanges(changesFrom(5, { gone: [1] }));
    expect(store.seen()).toEqual(["anna", "ben ended at 0"]);
  });
});

describe("a source", () => {
  it("that has answered again and nothing else moves on, and its rows stand as they were told", () => {
    const store = openFtpStore([anna]);
    const [row] = store.shown();
    take(store, { checked: [["web01/ftp", laterAt]] });
    expect(store.get().sources).toMatchObject([{ answeredAt: new Date(laterAt) }]);
    expect(store.shown()[0]).toBe(row);
  });

  it("that has gone stale marks its rows, and no others, until it answers again", () => {
    const other = wireSource({ id: "web02/ftp", server: "web02" });
    const far = wireRow(9, ftpSession(9, "far", other.id));
    const store = openFtpStore([anna]);
    take(store, { sources: [other], added: [far] }, { sources: [staleSource()] });
    const marks = () => store.shown().map(({ staleSince }) => staleSince);
    expect(marks()).toEqual([new Date(toldAt), null]);
    expect(store.get().sources[0]?.failure?.reason).toEqual(quoted("no answer within 5 s"));
    take(store, { sources: [wireSource()] });
    expect(marks()).toEqual([null, null]);
  });

  it("that tells another limit tells it of its rows", () => {
    const limits = [{ code: "no-sockets", remedy: null, count: null } as const];
    const store = openFtpStore([anna]);
    take(store, { sources: [wireSource({ limits })] });
    expect(store.shown().map((row) => row.limits)).toEqual([limits]);
  });
});

/** One after the other; the first leads on from the roll that it was opened with. */
function take(store: Store, ...all: readonly Partial<Changes>[]): void {
  for (const over of all) {
    const changes = changesFrom(numbers.get(store) ?? 1, over);
    expect(store.takeChanges(changes)).toBe(true);
    numbers.set(store, changes.to);
  }
}

/** The change that makes a row this one, by its number. */
function becomes({ no, session: { ref, user } }: WireRow): Changes["changed"][number] {
  return { no, at: laterAt, fields: { ref, user } };
}
