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
  expect(started).toEqual([0, 1, 2]);
  for (const { resolve } of doors) resolve();
  expect(await Promise.all(works)).toEqual([0, 1, 2, 3]);
});

it("serves who is known first, and strangers as they came", async () => {
  const { add, finish, ran } = openBusyQueue(10);
  const works = [stranger("a"), stranger("b"), known("c"), known("c"), stranger("d")].map(add);
  await finish();
  expect(await Promise.all(works)).toEqual(works.map(() => "done"));
  expect(ran).toEqual(["c", "c", "a", "b", "d"]);
});

it("goes around the regions, so that many from one hold up nobody from another", async () => {
  const { add, finish, ran } = openBusyQueue(1000);
  const crowd = Array.from({ length: 500 }, (_, index) => ({
    ...stranger(`crowd ${index}`),
    region: "crowd",
  }));
  const others = [stranger("one"), stranger("other"), { ...stranger("two"), region: "one" }];
  const works = [...crowd, ...others].map(add);
  await finish();
  await Promise.all(works);
  expect(ran.slice(0, 4)).toEqual(["crowd 0", "one", "other", "crowd 1"]);
  expect(ran.indexOf("two")).toBe(4);
});

it("lets one of a network wait, and turns away the last of the greediest region where they are too many", async () => {
  const { add, finish, ran } = openBusyQueue(2);
  const crowd = ["a", "b", "c"].map((name) => ({ ...stranger(name), region: "first" }));
  const [a, again, b, c] = [...crowd.slice(0, 1), stranger("a"), ...crowd.slice(1)].map(add);
  expect(await again).toBe("busy");
  expect(await c).toBe("busy");
  const other = add(stranger("other"));
  expect(await b).toBe("busy");
  const late = Array.from({ length: 100 }, () => add(known("d")));
  await finish();
  expect(await Promise.all([a, other, ...late])).toEqual(Array(102).fill("done"));
  expect(ran.slice(-2)).toEqual(["other", "a"]);
});

it("gives the place back when the work fails", async () => {
  const inTurn = createFairQueue({ atOnce: 1, waiting: 0 });
  const failing = inTurn(stranger("a"), () => Promise.reject(new Error("failed")));
  await expect(failing).rejects.toThrow("failed");
  expect(await inTurn(stranger("a"), async () => "next")).toBe("next");
});
