import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Deed, record, recordFact, rollcallItself, toFact } from "@/lib/sessions/record";
import { openScratchStore, type ScratchStore } from "@/tests/support/scratch-store";
import { toFile } from "./database-file";

let scratch: ScratchStore;
beforeEach(async () => {
  scratch = await openScratchStore();
});
afterEach(() => scratch.remove());

const deed: Deed = { event: "settings.change", by: rollcallItself };

function query<Found>(work: (database: Database.Database) => Found): Found {
  const database = new Database(toFile(scratch.databaseUrl));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

function readAll(): readonly unknown[] {
  return query((database) => database.prepare('SELECT * FROM "AuditEntry"').all());
}

describe("the audit", () => {
  it("numbers entries one after the other, each bound to the one before", async () => {
    const { audit } = scratch.store;
    await Promise.all([recordFact(audit, deed), audit.owe([toFact(deed), toFact(deed)])]);
    const zeros = "0".repeat(64);
    expect(readAll()).toMatchObject([{ seq: 1, previousMac: zeros }, { seq: 2 }, { seq: 3 }]);
    expect(await audit.findHead()).toMatchObject({ seq: 3 });
  });

  it("lets nobody change, delete or put entries elsewhere than at the end", async () => {
    await recordFact(scratch.store.audit, deed);
    const attempts = [
      `UPDATE "AuditEntry" SET "operator" = 'nobody'`,
      'DELETE FROM "AuditEntry"',
      'INSERT OR REPLACE INTO "AuditEntry" SELECT * FROM "AuditEntry"',
      `INSERT INTO "AuditEntry" SELECT 9, "at", "event", "phase", "actId", "operator", "operatorAddress",
        "server", "sourceId", "user", "address", "outcome", "reason", "detail", "previousMac", "mac" FROM "AuditEntry"`,
    ];
    for (const attempt of attempts) {
      expect(() => query((database) => database.exec(attempt))).toThrow(/audit entr/);
    }
  });

  it("writes down what is meant before the work, and what became of it after", async () => {
    const { audit } = scratch.store;
    let entriesMeanwhile = 0;
    const work = async () => {
      entriesMeanwhile = readAll().length;
      return 7;
    };
    const done = await record(audit, deed, work, (count) => ({
      outcome: "done",
      detail: { count },
    }));
    expect([done, entriesMeanwhile]).toEqual([7, 1]);
    expect(readAll()).toMatchObject([
      { phase: "intent", outcome: null, detail: "{}" },
      { phase: "outcome", outcome: "done", detail: '{"count":7}' },
    ]);
    const fails = record(
      audit,
      deed,
      () => Promise.reject(new TypeError("secret")),
      () => ({
        outcome: "done",
      }),
    );
    await expect(fails).rejects.toThrow("secret");
    expect(readAll().at(-1)).toMatchObject({
      outcome: "failed",
      detail: '{"failure":"TypeError"}',
    });
  });

  it("does no work that it cannot record", async () => {
    query((database) =>
      database.exec(
        `CREATE TRIGGER full BEFORE INSERT ON "AuditEntry" BEGIN SELECT RAISE(ABORT, ''); END`,
      ),
    );
    let isDone = false;
    const recorded = record(
      scratch.store.audit,
      deed,
      async () => {
        isDone = true;
      },
      () => ({ outcome: "done" }),
    );
    await expect(recorded).rejects.toThrow();
    expect(isDone).toBe(false);
  });
});
