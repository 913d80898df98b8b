import { describe, expect, it } from "vitest";
import { limitTo } from "./in-turn";

const never = new AbortController().signal;

describe("work in turn", () => {
  it("starts in the order it came, no more at once than allowed", async () => {
    const inTurn = limitTo(2);
    const started: number[] = [];
    let running = 0;
    let most = 0;
    const work = (number: number) => async () => {
      started.push(number);
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
    };
    await Promise.all([1, 2, 3, 4, 5, 6].map((number) => inTurn(never, work(number))));
    expect(started).toEqual([1, 2, 3, 4, 5, 6]);
    expect(most).toBe(2);
  });

  it("goes on after work that failed", async () => {
    const inTurn = limitTo(1);
    const failing = inTurn(never, () => Promise.reject(new Error("broken")));
    const next = inTurn(never, async () => "done");
    await expect(failing).rejects.toThrow("broken");
    await expect(next).resolves.toBe("done");
  });

  it("is given up while it waits, and takes no place then", async () => {
    const inTurn = limitTo(1);
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const first = inTurn(never, () => held);
    const caller = new AbortController();
    const second = inTurn(caller.signal, async () => "started");
    const third = inTurn(never, async () => "third");
    caller.abort(new Error("too late"));
    await expect(second).rejects.toThrow("too late");
    letGo();
    await first;
    await expect(third).resolves.toBe("third");
  });
});
