import { expect, it } from "vitest";
import { limitWork } from "./limit-work";

it("runs two at a time, lets two wait and turns the next away", async () => {
  const inTurn = limitWork({ atOnce: 2, waiting: 2 });
  const started: number[] = [];
  const doors = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
  const works = doors.map(({ promise }, index) =>
    inTurn(async () => {
      started.push(index);
      await promise;
      return index;
    }),
  );
  expect(started).toEqual([0, 1]);
  expect(await inTurn(async () => "no place")).toBe("busy");
  doors[1]?.resolve();
  await works[1];
  expect(started).toEqual([0, 1, 2]);
  for (const door of doors) door.resolve();
  expect(await Promise.all(works)).toEqual([0, 1, 2, 3]);
  expect(await inTurn(async () => "a place again")).toBe("a place again");
});

it("gives the place back when the work fails", async () => {
  const inTurn = limitWork({ atOnce: 1, waiting: 0 });
  await expect(inTurn(() => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
  expect(await inTurn(async () => "next")).toBe("next");
});
