import { describe, expect, it } from "vitest";
import { terminalSession, watchScripted } from "@/tests/support/scripted-source";
import { actOnSessions } from "./act-on-sessions";
import type { ActionOutcome } from "./action-outcome";
import { type Acts, openActs } from "./acts";
import type { Operator } from "./operator";
import { quoted } from "./reason";
import type { ActAction } from "./session-action";
import type { SessionRef } from "./session-ref";
import { SourceError } from "./source-error";

const anna = terminalSession(2, "anna");
const bruno = terminalSession(3, "bruno");
const boris: Operator = {
  name: "boris",
  sees: "everything",
  mayAct: true,
  address: null,
  panelSessionId: null,
};
const root: Operator = { ...boris, name: "root" };
const at = new Date("2026-11-23T18:00:00Z");

/** A server that answers an act when it is let go. */
function open(acts: Acts) {
  let sessions = [anna, bruno];
  const asked: string[] = [];
  const held = Promise.withResolvers<"end" | "fail">();
  const { watched } = watchScripted({
    list: async () => [...sessions],
    act: async (refs) => {
      asked.push(...refs.map(({ id }) => id));
      if (refs.some(({ id }) => id === anna.ref.id) && (await held.promise) === "fail") {
        throw new SourceError("refused", quoted("the account may not do this"));
      }
      sessions = sessions.filter(({ ref }) => !refs.some(({ id }) => id === ref.id));
      return refs.map(() => ({ status: "asked" }) as const);
    },
  });
  const act = (
    who: Operator,
    refs: readonly SessionRef[],
    action: ActAction = "logOff",
    onOutcome: (place: number, outcome: ActionOutcome) => void = () => undefined,
  ) =>
    actOnSessions([watched], { kind: "terminal", action, refs }, who, {
      settleMs: 200,
      askTimeoutMs: 5000,
      reportBug: () => undefined,
      acts,
      onOutcome,
    });
  return { act, asked, letGo: held.resolve };
}

describe("two acts on one session", () => {
  it("are one: the other is told who has ended it, and when", async () => {
    const { act, asked, letGo } = open(openActs(() => at));
    const first = act(boris, [anna.ref]);
    const second = act(root, [anna.ref], "reset");
    letGo("end");
    expect(await first).toEqual([{ status: "done" }]);
    const by = { operator: "boris", action: "logOff", at, secondsAgo: 0 };
    expect(await second).toEqual([{ status: "alreadyGone", by }]);
    expect(asked).toEqual(["2"]);
  });

  it("are two when the first has not ended it", async () => {
    const { act, asked, letGo } = open(openActs());
    const first = act(boris, [anna.ref]);
    const second = act(root, [anna.ref]);
    letGo("fail");
    expect(await first).toMatchObject([{ status: "failed" }]);
    expect(await second).toMatchObject([{ status: "failed" }]);
    expect(asked).toEqual(["2", "2"]);
  });

  it("hold up no other session", async () => {
    const { act, letGo } = open(openActs());
    const first = act(boris, [anna.ref]);
    const told = Promise.withResolvers<number>();
    const second = act(root, [anna.ref, bruno.ref], "logOff", told.resolve);
    expect(await told.promise, "the place of who is free").toBe(1);
    letGo("end");
    await first;
    expect(await second).toMatchObject([
      { status: "alreadyGone", by: { operator: "boris" } },
      { status: "done" },
    ]);
  });

  it("cannot wait for each other", async () => {
    const { act, letGo } = open(openActs());
    const both = [act(boris, [anna.ref, bruno.ref]), act(root, [bruno.ref, anna.ref])];
    const renamed = { ...anna.ref, name: null };
    const doubled = act(root, [anna.ref, renamed, anna.ref]);
    letGo("end");
    expect(await Promise.all(both)).toMatchObject([
      [{ status: "done" }, { status: "done" }],
      [{ by: { operator: "boris" } }, { by: { operator: "boris" } }],
    ]);
    expect(await doubled).toHaveLength(3);
  });

  it("tell nothing to who may not act, and wait for nobody", async () => {
    const { act, letGo } = open(openActs());
    const first = act(boris, [anna.ref]);
    const viewer = { ...root, mayAct: false };
    expect(await act(viewer, [anna.ref])).toMatchObject([{ status: "refused" }]);
    letGo("end");
    await first;
    expect(await act(viewer, [anna.ref])).toMatchObject([{ status: "refused" }]);
  });
});

describe("what was done is known afterwards", () => {
  it("to who comes too late, and as what was done to the session", async () => {
    let now = at;
    const acts = openActs(() => now);
    const { act, letGo } = open(acts);
    letGo("end");
    await act(boris, [anna.ref]);
    now = new Date(at.getTime() + 12_000);
    const by = { operator: "boris", action: "logOff", at, secondsAgo: 12 };
    expect(await act(root, [anna.ref])).toEqual([{ status: "alreadyGone", by }]);
    expect(acts.of(anna.ref)).toEqual([
      { operator: "boris", action: "logOff", at, outcome: { status: "done" } },
    ]);
    expect(acts.of(bruno.ref)).toEqual([]);
  });

  it("but a disconnect explains no end, nor does an id that may be another's by now", async () => {
    const acts = openActs(() => at);
    const settle = (ref: SessionRef, action: ActAction) =>
      acts.begin([ref], boris, action).settle(ref, { status: "done" });
    const disconnected = { ...bruno.ref, id: "98" };
    const reusable = { ...bruno.ref, id: "99", start: null };
    settle(disconnected, "disconnect");
    settle(reusable, "logOff");
    const { act } = open(acts);
    expect(await act(root, [disconnected, reusable])).toEqual([
      { status: "alreadyGone" },
      { status: "alreadyGone" },
    ]);
    expect(acts.of(disconnected)).toMatchObject([{ action: "disconnect" }]);
  });
});
