import { expect, it } from "vitest";
import { createFairQueue } from "./fair-queue";

const stranger = (network: string) => ({ network, isKnown: false });
const known = (network: string) => ({ network, isKnown: true });

/** A queue with one piece of work under way, and the names of what ran after it in their order. */
function openBusyQueue(waiting: number) {
  const inTurn = createFairQueue({ atOnce: 1, waiting });
  const door = Promise.withResolvers<void>();
  const first = inTurn(stranger("first"), () => door.promise);
  const ran: string[] = [];
  const add = (from: { readonly network: string; readonly isKnown: boolean }) =>
    inTurn(from, async () => {
      ran.push(from.network);
      return "done";
    });
  const finish = async () => {
    door.resolve();
    await first;
  };
  return { add, finish, ran };
}

it("runs as many at once as it may", async () => {
  const inTurn = createFairQueue({ atOnce: 2, waiting: 10 });
  const doors = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
  const started: number[] = [];
  const works = doors.map(({ promise }, index) =>
    inTurn(stranger(String(index)), async () => {
      started.push(index);
      await promise;
      return index;
    }),
  );
  expect(started).toEqual([0, 1]);
  doors[1]?.resolve();
  await works[1];
  expect(started).toEqual([0, 1, 3]);
  for (const { resolve } of doors) resolve();
  expect(await Promise.all(works)).toEqual([0, 1, 2, 3]);
});

it("serves who is known first, and of strangers the last to come", async () => {
  const { add, finish, ran } = openBusyQueue(10);
  const works = [stranger("a"), stranger("b"), known("c"), known("c"), stranger("d")].map(add);
  await finish();
  expect(await Promise.all(works)).toEqual(works.map(() => "done"));
  expect(ran).toEqual(["c", "c", "d", "b", "a"]);
});

it("lets one of a network wait, and turns away who waits longest where they are too many", async () => {
  const { add, finish, ran } = openBusyQueue(2);
  const [a, again, b, c] = [stranger("a"), stranger("a"), stranger("b"), stranger("c")].map(add);
  expect(await again).toBe("busy");
  expect(await a).toBe("busy");
  const late = Array.from({ length: 100 }, () => add(known("d")));
  await finish();
  expect(await Promise.all([b, c, ...late])).toEqual(Array(102).fill("done"));
  expect(ran.slice(-2)).toEqual(["c", "b"]);
});

it("gives the place back when the work fails", async () => {
  const inTurn = createFairQueue({ atOnce: 1, waiting: 0 });
  const failing = inTurn(stranger("a"), () => Promise.reject(new Error("failed")));
  await expect(failing).rejects.toThrow("failed");
  expect(await inTurn(stranger("a"), async () => "next")).toBe("next");
});
