import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordFact, rollcallItself } from "@/lib/sessions/record";
import { openStore } from "@/lib/store/open-store";
import { runRollcall } from "@/tests/support/run-rollcall";

let folder: string;
let databaseFile: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-audit-"));
  databaseFile = join(folder, "rollcall.db");
});
afterAll(() => rm(folder, { recursive: true }));

const rollcall = (...words: string[]) => runRollcall(words, { env: { ROLLCALL_DATA: folder } });
const verify = (...options: string[]) => rollcall("audit", "verify", ...options);

function read<Found>(sql: string): Found[] {
  const database = new Database(databaseFile);
  try {
    return database.prepare<[], Found>(sql).all();
  } finally {
    database.close();
  }
}

/** What verify says to a change by who may write the file, which is then taken back. */
async function verifyAfter(sql: string, ...options: string[]) {
  const database = new Database(databaseFile);
  const before = join(folder, "before.db");
  await database.backup(before);
  database.exec(`DROP TRIGGER "AuditEntry_no_update"; DROP TRIGGER "AuditEntry_no_delete"; ${sql}`);
  database.close();
  const found = await verify(...options);
  for (const rest of ["-wal", "-shm"]) await rm(`${databaseFile}${rest}`, { force: true });
  await rename(before, databaseFile);
  return { code: found.code, said: found.stderr };
}

describe("rollcall audit verify", () => {
  it("holds after two processes have written at once, and names who changed what", async () => {
    const store = await openStore({
      databaseUrl: `file:${databaseFile}`,
      keyFile: join(folder, "rollcall.key"),
    });
    const fact = { event: "settings.change", by: rollcallItself } as const;
    let isOver = false;
    let written = 0;
    const commands = Promise.all([
      rollcall("token", "add", "one"),
      rollcall("token", "add", "two"),
      rollcall("token", "remove", "none"),
    ]).finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await recordFact(store.audit, fact);
      written += 1;
    }
    await commands;
    await store.close();
    expect(await verify()).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /^The audit holds: [\d,]+ entries.*\nHead: \d+:[0-9a-f]{64}\n$/,
      ),
      stderr: "",
    });
    expect(read('SELECT 1 FROM "AuditEntry"')).toHaveLength(written + 6);
    const removal = read(
      `SELECT * FROM "AuditEntry" WHERE "event" = 'token.remove' ORDER BY "seq"`,
    );
    expect(removal).toMatchObject([
      { phase: "intent", operator: expect.stringMatching(/^console \S+$/) },
      { phase: "outcome", outcome: "refused", detail: '{"token":"none"}' },
    ]);
  });

  it("tells altered, missing, cut off and rewritten apart, with the first bad entry", async () => {
    const [last] = read<{ seq: number; mac: string }>(
      'SELECT "seq", "mac" FROM "AuditEntry" ORDER BY "seq" DESC LIMIT 1',
    );
    const end = last?.seq ?? 0;
    expect(await verifyAfter(`UPDATE "AuditEntry" SET "operator" = 'x' WHERE "seq" = 3`)).toEqual({
      code: 1,
      said: expect.stringMatching(/^Entry 3 was altered: .+\.\n$/),
    });
    expect(await verifyAfter(`UPDATE "AuditEntry" SET "reason" = x'00' WHERE "seq" = 2`)).toEqual({
      code: 1,
      said: expect.stringMatching(/^Entry 2 was altered: .+\.\n$/),
    });
    expect(await verifyAfter('DELETE FROM "AuditEntry" WHERE "seq" IN (2, 3)')).toEqual({
      code: 1,
      said: expect.stringMatching(/^Entries 2 to 3 are missing: .+\.\n$/),
    });
    expect(await verifyAfter(`DELETE FROM "AuditEntry" WHERE "seq" = ${end}`)).toEqual({
      code: 1,
      said: expect.stringMatching(new RegExp(`cut off: entry ${end} and .+audit-head .+\\.\n$`)),
    });
    expect(await verifyAfter('DROP TABLE "AuditEntry"')).toEqual({
      code: 1,
      said: expect.stringMatching(/cut off: entry 1 and .+audit-head .+\.\n$/),
    });
    const other = `${end}:${"a".repeat(64)}`;
    expect(await verify("--head", other)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(new RegExp(`^The audit was rewritten: entry ${end} .+\\.\n$`)),
    });
  });

  it("knows heads from a log, also where the file beside the database is gone", async () => {
    const [one] = read<{ seq: number; mac: string }>(
      'SELECT "seq", "mac" FROM "AuditEntry" LIMIT 1',
    );
    const log = join(folder, "rollcall.log");
    const line = JSON.stringify({ level: 30, auditHead: one, msg: "" });
    await writeFile(log, `${JSON.stringify({ log: line })}\nnoise\n`);
    await rename(`${databaseFile}.audit-head`, join(folder, "kept"));
    expect((await verify("--log", log)).code).toBe(0);
    expect(await verifyAfter('DELETE FROM "AuditEntry"', "--log", log)).toEqual({
      code: 1,
      said: expect.stringMatching(/^The audit is cut off: entry 1 .+rollcall\.log .+\.\n$/),
    });
    expect(await verifyAfter('DELETE FROM "AuditEntry" WHERE "seq" > 1')).toEqual({
      code: 1,
      said: expect.stringMatching(
        /^The entries fit each other, but .+audit-head.+ is missing.+--log/,
      ),
    });
    await writeFile(`${databaseFile}.audit-head`, "{}");
    expect((await verify()).stderr).toContain("is damaged");
    await rename(join(folder, "kept"), `${databaseFile}.audit-head`);
  });

  it("says that the key is missing, and makes no other one", async () => {
    await rename(join(folder, "rollcall.key"), join(folder, "kept.key"));
    expect(await verify()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("is missing"),
    });
    await rename(join(folder, "kept.key"), join(folder, "rollcall.key"));
    expect((await verify()).code).toBe(0);
    expect((await verify("--head", "nonsense")).code).toBe(2);
  });
});
