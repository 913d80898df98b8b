import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hashPassword } from "@/lib/auth/password";
import { hashSecret } from "@/lib/auth/secret";
import { listMigrationNames, migrationsFolder } from "@/lib/store/schema-engine";
import { runRollcall } from "@/tests/support/run-rollcall";
import { openPage, sendSignIn } from "@/tests/support/sign-in-form";
import { startRollcall } from "@/tests/support/start-rollcall";

const anna = { login: "anna", password: "an old and long passphrase" } as const;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-upgrade-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** A data folder as a release left it that had so many of the migrations. */
async function makeFolder(migrations: number): Promise<void> {
  const database = new Database(join(folder, "rollcall.db"));
  database.exec(`CREATE TABLE _prisma_migrations (
    id TEXT PRIMARY KEY NOT NULL, checksum TEXT NOT NULL, finished_at DATETIME,
    migration_name TEXT NOT NULL, logs TEXT, rolled_back_at DATETIME,
    started_at DATETIME NOT NULL DEFAULT current_timestamp,
    applied_steps_count INTEGER UNSIGNED NOT NULL DEFAULT 0)`);
  for (const name of (await listMigrationNames()).slice(0, migrations)) {
    database.exec(await readFile(join(migrationsFolder, name, "migration.sql"), "utf8"));
    database
      .prepare("INSERT INTO _prisma_migrations VALUES (?, '', 1, ?, NULL, NULL, 1, 1)")
      .run(name, name);
  }
  const now = new Date().toISOString().replace("Z", "+00:00");
  database
    .prepare(
      "INSERT INTO User VALUES ('u1', 'anna', 'Anna', NULL, 'server-administrator', NULL, ?, ?, NULL)",
    )
    .run(await hashPassword(anna.password), now);
  database
    .prepare("INSERT INTO PanelSession VALUES ('s1', ?, 'u1', '192.0.2.1', NULL, ?, ?, NULL, NULL)")
    .run(hashSecret("cookie"), now, now);
  database
    .prepare("INSERT INTO ApiToken VALUES ('t1', 'script', ?, 'viewer', ?, NULL)")
    .run(hashSecret("token"), now);
  database.exec("INSERT INTO TrustedHostKey VALUES ('web01', 'SHA256:key', 1)");
  if (migrations > 1) {
    const sources = JSON.stringify([{ provider: "vsftpd", settings: {} }]);
    database
      .prepare(
        "INSERT INTO Server VALUES ('v1', 'old-server', NULL, NULL, NULL, NULL, NULL, ?, 1, 1)",
      )
      .run(sources);
  }
  database.close();
}

it.each([1, 2])(
  "starts on the data folder of release %i, whose people, tokens and servers go on",
  async (release) => {
    await makeFolder(release);
    const rollcall = await startRollcall({ env: { ROLLCALL_DATA: folder } });
    try {
      const cookie = "rollcall=cookie";
      const page = await openPage(rollcall.url, "/tools-settings/servers", cookie);
      expect(page.status).toBe(200);
      expect(page.body.includes("old-server")).toBe(release > 1);
      expect((await sendSignIn(rollcall.url, anna)).cookie).not.toBeNull();
      const headers = { authorization: "Bearer token" };
      const listed = await fetch(`${rollcall.url}/api/v1/sessions/panel`, { headers });
      expect(listed.status).toBe(200);
      expect(await rollcall.command(["audit", "verify"])).toMatchObject({ exitCode: 0 });
      expect(rollcall.output()).not.toMatch(/"level":50/);
    } finally {
      await rollcall.stop();
    }
  },
);

it("refuses the data folder of a newer release with one sentence, and changes nothing in it", async () => {
  const first = await startRollcall({ env: { ROLLCALL_DATA: folder } });
  await first.stop();
  const file = join(folder, "rollcall.db");
  const database = new Database(file);
  database.exec(`INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name)
    VALUES ('later', '', 1, '20991231000000_later')`);
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
  const before = await readFile(file);

  const sentence =
    /The database .+ belongs to a newer Rollcall \(it has 20991231000000_later\): start that version, or restore an older backup\.\n$/;
  await expect(startRollcall({ env: { ROLLCALL_DATA: folder } })).rejects.toThrow(
    new RegExp(`^Rollcall did not start: ${sentence.source}`),
  );
  for (const words of [["token", "list"], ["user", "list"], ["audit", "verify"], ["check"]]) {
    const { code, stdout, stderr } = await runRollcall(words, { env: { ROLLCALL_DATA: folder } });
    expect({ code, stdout }, words.join(" ")).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^${sentence.source}`));
  }
  expect(await readFile(file)).toEqual(before);
});
