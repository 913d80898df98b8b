import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { terminalSession, watchScripted } from "@/tests/support/scripted-source";
import { quoted, reason } from "./reason";
import { SourceError } from "./source-error";

const anna = terminalSession(2, "anna");

it("asks the server once for ten who press Refresh at once, slow or quick", async () => {
  for (const answerMs of [0, 30]) {
    let questions = 0;
    const { watched } = watchScripted({
      list: async () => {
        questions += 1;
        await pause(answerMs);
        return [anna];
      },
    });
    const answers = await Promise.all(Array.from({ length: 10 }, () => watched.refresh()));
    expect(questions).toBe(1);
    expect(new Set(answers).size).toBe(1);
    await watched.refresh();
    expect(questions).toBe(2);
  }
});

it("shows nobody's old session once it was seen that none can be left", async () => {
  let isStopped = false;
  const { watched } = watchScripted({
    list: async () => {
      if (!isStopped) return [anna];
      throw new SourceError("unreachable", quoted("it is not running"), { isNobodyLeft: true });
    },
  });
  expect(await watched.look()).toMatchObject({ state: "answered", sessions: [anna] });
  isStopped = true;
  const stopped = await watched.look();
  expect(stopped).toMatchObject({ state: "silent", failure: { code: "unreachable" } });
  expect(await watched.look()).toMatchObject({
    failingSince: Reflect.get(stopped, "failingSince"),
  });
});

it("refreshes with a look that began after the press", async () => {
  let sessions = [anna];
  const slow = Promise.withResolvers<void>();
  let first = true;
  const { watched } = watchScripted({
    list: async () => {
      const seen = sessions;
      if (first) await slow.promise;
      first = false;
      return seen;
    },
  });
  const before = watched.look();
  sessions = [];
  const after = watched.refresh();
  slow.resolve();
  expect(await before).toMatchObject({ sessions: [anna] });
  expect(await after).toMatchObject({ sessions: [] });
});

it("looks afresh only after the look under way, and once for all who wait", async () => {
  const order: string[] = [];
  let number = 0;
  const { watched } = watchScripted({
    list: async () => {
      number += 1;
      const mine = number;
      order.push(`begin ${mine}`);
      await Promise.resolve();
      order.push(`end ${mine}`);
      return [];
    },
  });
  await Promise.all([watched.look(), watched.lookAfresh(), watched.lookAfresh()]);
  expect(order).toEqual(["begin 1", "end 1", "begin 2", "end 2"]);
});

it("is silent, not empty, before the first answer", async () => {
  const { watched } = watchScripted({
    list: () => Promise.reject(new SourceError("unreachable", quoted("connection refused"))),
  });
  expect(await watched.look()).toMatchObject({
    state: "silent",
    failure: { code: "unreachable", reason: quoted("connection refused") },
  });
});

it("keeps the last sessions as stale, and says since when it fails", async () => {
  let nowMs = 1000;
  let isUp = true;
  const { watched } = watchScripted(
    {
      list: async () => {
        if (!isUp) throw new SourceError("unreachable", quoted("gone"));
        return [anna];
      },
    },
    () => new Date(nowMs),
  );
  await watched.look();
  isUp = false;
  nowMs = 2000;
  await watched.look();
  nowMs = 3000;
  expect(await watched.look()).toMatchObject({
    state: "stale",
    sessions: [anna],
    answeredAt: new Date(1000),
    failingSince: new Date(2000),
  });
  isUp = true;
  expect(await watched.look()).toMatchObject({ state: "answered", answeredAt: new Date(3000) });
});

it("ends a look at its deadline even when the source never settles", async () => {
  const { watched } = watchScripted({ list: () => new Promise(() => undefined) });
  expect(await watched.look()).toMatchObject({
    state: "silent",
    failure: { code: "timed-out", reason: reason("noAnswerWithin", { seconds: 0.1 }) },
  });
});

it("reports an error that no server caused, and fails as one source only", async () => {
  const bug = new TypeError("x is not a function");
  const { watched, bugs } = watchScripted({ list: () => Promise.reject(bug) });
  expect(await watched.look()).toMatchObject({ state: "silent", failure: { code: "unreadable" } });
  expect(bugs).toEqual([bug]);
});

it("glances at what it knows when a renewed answer is slow", async () => {
  let list = async () => [anna];
  const { watched } = watchScripted({ list: () => list() });
  const first = await watched.glance(1000, 5);
  expect(await watched.glance(1000, 5)).toBe(first);
  list = () => new Promise(() => undefined);
  expect(await watched.glance(-1, 5)).toBe(first);
});

it("tells how long the last answered look took, whatever fails after it", async () => {
  let list = () => pause(20).then(() => [anna]);
  const { watched } = watchScripted({ list: () => list() });
  expect(watched.lookMs()).toBeNull();
  await watched.look();
  const tookMs = watched.lookMs();
  expect(tookMs).toBeGreaterThan(15);
  list = () => Promise.reject(new SourceError("unreachable", quoted("gone")));
  await watched.look();
  expect(watched.lookMs()).toBe(tookMs);
});
