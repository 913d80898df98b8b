import { execFile } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";
import { migrate } from "./migrate";
import { openStore } from "./open-store";
import { findMissingSql, listMigrationNames, migrationsFolder } from "./schema-engine";

const scratch = mkdtempSync(join(tmpdir(), "rollcall-migrate-"));
const keyFile = join(scratch, "rollcall.key");
afterAll(() => rmSync(scratch, { recursive: true }));

const user = {
  login: "anna",
  name: null,
  email: null,
  role: "server-administrator",
  ownerLogin: null,
  passwordHash: "",
  createdAt: new Date(),
} as const;

function sentence(pattern: RegExp) {
  return expect.objectContaining({ code: "store", message: expect.stringMatching(pattern) });
}

/** Root may write everything, so root becomes somebody else for a moment. */
async function asOrdinaryUser(work: () => Promise<void>): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.("nobody");
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

describe("migrate", () => {
  it("makes a database that is what the models say", async () => {
    const databaseUrl = `file:${join(scratch, "models.db")}`;
    expect(await findMissingSql(`file:${join(scratch, "empty.db")}`)).toContain("CREATE TABLE");
    await migrate(databaseUrl);
    expect(await findMissingSql(databaseUrl)).toBeNull();
  });

  it("lets the store write afterwards, and again after another migrate while it is open", async () => {
    const databaseUrl = `file:${join(scratch, "twice.db")}`;
    const store = await openStore({ databaseUrl, keyFile });
    expect(await store.users.add(user)).toBe("added");
    await migrate(databaseUrl);
    const other = await openStore({ databaseUrl, keyFile });
    expect(await other.users.add({ ...user, login: "bruno" })).toBe("added");
    expect(await store.users.find("bruno")).toMatchObject({ login: "bruno" });
    await other.close();
    await store.close();
  });

  it("brings a database of the first version to what the models say, and keeps what is in it", async () => {
    const file = join(scratch, "first.db");
    const first = new Database(file);
    const [name = ""] = await listMigrationNames();
    first.exec(readFileSync(join(migrationsFolder, name, "migration.sql"), "utf8"));
    first.exec(`CREATE TABLE _prisma_migrations (
      id TEXT PRIMARY KEY NOT NULL, checksum TEXT NOT NULL, finished_at DATETIME,
      migration_name TEXT NOT NULL, logs TEXT, rolled_back_at DATETIME,
      started_at DATETIME NOT NULL DEFAULT current_timestamp,
      applied_steps_count INTEGER UNSIGNED NOT NULL DEFAULT 0)`);
    first
      .prepare("INSERT INTO _prisma_migrations VALUES ('1', '', 1, ?, NULL, NULL, 1, 1)")
      .run(name);
    first.exec(`
      INSERT INTO TrustedHostKey VALUES ('web01', 'SHA256:key', 1);
      INSERT INTO User VALUES ('u1', 'anna', NULL, NULL, 'reseller', NULL, 'hash', 1, NULL);
      INSERT INTO User VALUES ('u2', 'bruno', NULL, NULL, 'customer', 'u1', 'hash', 1, NULL);
      INSERT INTO PanelSession VALUES ('s1', 'token', 'u1', '192.0.2.1', NULL,
        '2026-11-23T20:00:00.000+00:00', '2026-11-23T20:00:00.000+00:00', NULL, NULL);
      INSERT INTO ApiToken VALUES ('t1', 'script', 'hash', 'viewer', 1, NULL)`);
    first.close();
    const databaseUrl = `file:${file}`;
    await migrate(databaseUrl);
    expect(await findMissingSql(databaseUrl)).toBeNull();
    const store = await openStore({ databaseUrl, keyFile });
    const oneMinuteOn = new Date("2026-11-23T20:01:00Z");
    expect(await store.servers.list()).toEqual([]);
    expect(await store.trustedHostKeys.find("web01")).toBe("SHA256:key");
    expect(await store.users.find("bruno")).toMatchObject({ role: "customer" });
    expect(await store.panelSessions.listSignedIn(oneMinuteOn)).toMatchObject([{ login: "anna" }]);
    expect(await store.apiTokens.list()).toMatchObject([{ name: "script" }]);
    await store.close();
  });

  it("makes a file that other accounts cannot read", async () => {
    const file = join(scratch, "private.db");
    await migrate(`file:${file}`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("refuses a database of a newer Rollcall", async () => {
    const file = join(scratch, "newer.db");
    await migrate(`file:${file}`);
    const database = new Database(file);
    database.exec("UPDATE _prisma_migrations SET migration_name = '20991231000000_later'; VACUUM");
    database.close();
    await expect(migrate(`file:${file}`)).rejects.toThrow(
      sentence(/belongs to a newer Rollcall \(it has 20991231000000_later\)/),
    );
  });

  it("says in one sentence why a database cannot be used", async () => {
    const folder = join(scratch, "folder");
    mkdirSync(folder);
    await expect(migrate(`file:${folder}`)).rejects.toThrow(
      sentence(/it is a folder; .+ DATABASE_URL .+\.$/),
    );
    await expect(migrate(`file:${join(folder, "no", "such.db")}`)).rejects.toThrow(
      sentence(/its folder does not exist; .+ DATABASE_URL .+\.$/),
    );
    const text = join(scratch, "text.db");
    writeFileSync(text, "this is not a database, it is a note to the one who runs this server");
    await expect(migrate(`file:${text}`)).rejects.toThrow(
      sentence(/not a SQLite database; .+ DATABASE_URL .+\.$/),
    );
  });

  it("says that another program keeps the database locked", async () => {
    const file = join(scratch, "locked.db");
    const other = new Database(file);
    other.exec("CREATE TABLE note (text TEXT); BEGIN EXCLUSIVE");
    await expect(migrate(`file:${file}`)).rejects.toThrow(
      sentence(/another program keeps it locked; .+\.$/),
    );
    other.close();
  });

  it("says that it may not write the database", async () => {
    const file = join(scratch, "read-only.db");
    writeFileSync(file, "");
    chmodSync(file, 0o444);
    chmodSync(scratch, 0o755);
    await asOrdinaryUser(async () => {
      await expect(migrate(`file:${file}`)).rejects.toThrow(
        sentence(/no right to write it; .+\.$/),
      );
    });
  });
});

describe("openStore", () => {
  it("says that the data folder is read-only", async () => {
    const folder = join(scratch, "read-only");
    const file = join(folder, "rollcall.db");
    mkdirSync(folder);
    await migrate(`file:${file}`);
    chmodSync(file, 0o444);
    chmodSync(folder, 0o555);
    chmodSync(scratch, 0o755);
    await asOrdinaryUser(async () => {
      await expect(openStore({ databaseUrl: `file:${file}`, keyFile })).rejects.toThrow(
        sentence(/rollcall\.db cannot be used: this account has no right to write it; .+\.$/),
      );
    });
  });

  it("answers until it is closed, and opens nothing after that", async () => {
    const store = await openStore({ databaseUrl: `file:${join(scratch, "closed.db")}`, keyFile });
    expect(await store.isAnswering()).toBe(true);
    await store.close();
    expect(await store.isAnswering()).toBe(false);
    await expect(store.users.hasAny()).rejects.toThrow(sentence(/Rollcall has closed it\.$/));
  });

  it("says that another program keeps the database locked, and goes on when it lets go", async () => {
    const file = join(scratch, "busy.db");
    const store = await openStore({ databaseUrl: `file:${file}`, keyFile });
    const other = new Database(file);
    other.exec("BEGIN IMMEDIATE");
    await expect(store.users.add(user)).rejects.toThrow(sentence(/keeps it locked; .+\.$/));
    other.close();
    expect(await store.users.add(user)).toBe("added");
    expect(await store.users.add(user)).toBe("loginTaken");
    await store.close();
  });

  it("migrates one new database for two processes that start at once", async () => {
    const databaseUrl = `file:${join(scratch, "race.db")}`;
    const script = `
      const { openStore } = await import("@/lib/store/open-store");
      const store = await openStore(${JSON.stringify({ databaseUrl, keyFile })});
      process.stdout.write(String(await store.isAnswering()));
      await store.close();`;
    const run = () => promisify(execFile)("node", ["--import", "tsx", "-e", script]);
    const answers = await Promise.all([run(), run()]);
    expect(answers.map(({ stdout, stderr }) => stdout + stderr)).toEqual(["true", "true"]);
  });

  it("says that a migration failed, and leaves the reason with the error", async () => {
    const file = join(scratch, "half.db");
    const database = new Database(file);
    database.exec("CREATE TABLE User (id TEXT)");
    database.close();
    await expect(openStore({ databaseUrl: `file:${file}`, keyFile })).rejects.toThrow(
      sentence(/could not be migrated: .+\.$/),
    );
  });
});
