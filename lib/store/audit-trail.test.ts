import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { AuditEntry } from "@/lib/sessions/audit-entry";
import { quoted } from "@/lib/sessions/reason";
import { rollcallItself, toFact } from "@/lib/sessions/record";
import { queueTrail } from "./audit-trail";
import { StoreError } from "./store-error";

const fact = (user: string) => toFact({ event: "user.change", by: rollcallItself, user });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function open() {
  const batches: (readonly (string | null)[])[] = [];
  const troubles: string[] = [];
  const disk = { isFull: false };
  const write = async (entries: readonly AuditEntry[]) => {
    if (disk.isFull)
      throw new StoreError("The database /x is full.", { reason: quoted("it is full") });
    batches.push(entries.map(({ user }) => user));
  };
  const trail = queueTrail(write, ({ message }) => troubles.push(message));
  return { trail, disk, batches, troubles };
}

it("writes together what comes while another write is under way", async () => {
  const { trail, batches } = open();
  await Promise.all(["a", "b", "c"].map((user) => trail.append([fact(user)])));
  expect(batches).toEqual([["a"], ["b", "c"]]);
});

it("says in a sentence that nothing was done where an intent cannot be written", async () => {
  const { trail, disk, batches } = open();
  disk.isFull = true;
  await expect(trail.append([fact("a")])).rejects.toMatchObject({
    code: "store",
    message: "Nothing was done, because it cannot be recorded: the database /x is full.",
    reason: quoted("it is full"),
  });
  disk.isFull = false;
  await trail.append([fact("b")]);
  expect(batches).toEqual([["b"]]);
});

it("keeps what it owes until there is room, in order, and says that it does", async () => {
  const { trail, disk, batches, troubles } = open();
  disk.isFull = true;
  await trail.owe([fact("a")]);
  await trail.owe([fact("b")]);
  expect(troubles).toEqual(["The database /x is full."]);
  disk.isFull = false;
  await vi.advanceTimersByTimeAsync(5000);
  expect(batches).toEqual([["a", "b"]]);
});

it("keeps no more than 10,000 entries, and says what is lost", async () => {
  const { trail, disk, batches, troubles } = open();
  disk.isFull = true;
  const many = Array.from({ length: 6000 }, (_, index) => fact(String(index)));
  await trail.owe(many);
  await trail.owe(many);
  expect(troubles.at(-1)).toBe("2000 entries of the audit are lost: too many wait to be written");
  disk.isFull = false;
  await trail.close();
  expect(batches.flat()).toHaveLength(10_000);
});
