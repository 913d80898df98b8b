import { randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { AuditFilter, AuditPlace } from "@/lib/sessions/audit-search";
import { type Deed, toEntry, toFact, toOutcome } from "@/lib/sessions/record";
import { openScratchStore, type ScratchStore } from "@/tests/support/scratch-store";
import { toFile } from "./database-file";

const root = { name: "root", address: "2001:db8::1" };
const day = (number: number) => new Date(Date.UTC(2026, 10, number, 12));

let scratch: ScratchStore;
beforeAll(async () => {
  scratch = await openScratchStore();
  const deeds: Deed[] = [
    { event: "user.add", by: root, user: "anna" },
    { event: "session.remove", by: root, user: "bruno", address: "192.0.2.7", server: "web01" },
    { event: "sign-in", by: { name: "Anna", address: "192.0.2.70" } },
  ];
  const facts = deeds.map((deed, index) => ({ ...toFact(deed), at: day(index + 1) }));
  const more = Array.from({ length: 250 }, () => toFact({ event: "sign-out", by: root }));
  await scratch.store.audit.append([...facts, ...more]);
});
afterAll(() => scratch.remove());

const newest: AuditPlace = { side: "newest" };
const numbers = async (filter: AuditFilter, place: AuditPlace = newest) =>
  (await scratch.store.audit.search(filter, place)).entries.map(({ seq }) => seq);

it("finds by user, address, server, action and time, each narrowing the others", async () => {
  expect(await numbers({ user: "anna" })).toEqual([3, 1]);
  expect(await numbers({ user: "anna", event: "sign-in" })).toEqual([3]);
  expect(await numbers({ address: "192.0.2.7" })).toEqual([3, 2]);
  expect(await numbers({ server: "WEB" })).toEqual([2]);
  expect(await numbers({ to: "2026-11-02" })).toEqual([2, 1]);
  expect(await numbers({ from: "2026-11-02T12:00", to: "2026-11-02T12:00" })).toEqual([2]);
  expect(await numbers({ user: "x' OR 1=1 --" })).toEqual([]);
});

it("pages by number, so that a page stays the same while entries arrive", async () => {
  const { audit } = scratch.store;
  const first = await audit.search({}, newest);
  expect([first.entries.length, first.hasNewer, first.hasOlder]).toEqual([100, false, true]);
  const seq = first.entries.at(-1)?.seq ?? 0;
  const second = await numbers({}, { side: "before", seq });
  await audit.append([toFact({ event: "sign-out", by: root })]);
  expect(await numbers({}, { side: "before", seq })).toEqual(second);
  const back = await audit.search({}, { side: "after", seq: second[0] ?? 0 });
  expect(back.entries.map((found) => found.seq)).toEqual(first.entries.map((found) => found.seq));
  expect([back.hasNewer, back.hasOlder]).toEqual([true, true]);
  const last = await audit.search({}, { side: "before", seq: 4 });
  expect([last.entries.length, last.hasNewer, last.hasOlder]).toEqual([3, true, false]);
});

it("shows what came of an act once, what is still open, and what was asked on request", async () => {
  const { audit } = scratch.store;
  const stage = () => ({ phase: "intent", actId: randomUUID(), outcome: null }) as const;
  const deed: Deed = { event: "server.save", by: root, server: "db01" };
  const intents = Array.from({ length: 150 }, () => toEntry(deed, stage()));
  await audit.append(intents);
  await audit.append(intents.slice(1).map((intent) => toOutcome(intent, "done", day(4))));
  const phases = async (filter: AuditFilter, place: AuditPlace = newest) =>
    (await audit.search(filter, place)).entries.map(({ entry }) => entry?.phase);
  const all = { server: "db01", intents: "shown" } as const;

  const first = await audit.search({ server: "db01" }, newest);
  expect([first.entries.length, first.hasOlder]).toEqual([100, true]);
  const seq = first.entries.at(-1)?.seq ?? 0;
  const second = await audit.search({ server: "db01" }, { side: "before", seq });
  expect([second.entries.length, second.hasOlder]).toEqual([50, false]);
  expect(second.entries.at(-1)?.entry).toMatchObject({ phase: "intent", actId: intents[0]?.actId });
  expect(await phases({ server: "db01" }, { side: "after", seq })).not.toContain("intent");
  expect(await phases({ act: intents[1]?.actId ?? "" })).toEqual(["outcome", "intent"]);
  const both = await audit.search(all, { side: "before", seq });
  expect([both.entries.length, both.hasOlder]).toEqual([100, true]);
  expect(await phases(all, { side: "before", seq })).toContain("intent");
  let count = 0;
  for await (const page of audit.readMatching({ server: "db01" })) count += page.length;
  expect(count).toBe(299);
});

it("hands out all that matches, oldest first", async () => {
  const seqs: number[] = [];
  for await (const page of scratch.store.audit.readMatching({ user: "root" })) {
    seqs.push(...page.map(({ seq }) => seq));
  }
  expect(seqs).toEqual(seqs.toSorted((one, other) => one - other));
  expect(seqs.slice(0, 3)).toEqual([1, 2, 4]);
});

it("shows that there is an entry also where another hand has written what it cannot read", async () => {
  const database = new Database(toFile(scratch.databaseUrl));
  database.exec(`DROP TRIGGER "AuditEntry_no_update"`);
  database.exec(`UPDATE "AuditEntry" SET "detail" = '{', "event" = 'nonsense' WHERE "seq" = 1`);
  database.close();
  const { entries } = await scratch.store.audit.search({ to: "2026-11-01" }, newest);
  expect(entries).toEqual([{ seq: 1, entry: null }]);
});
