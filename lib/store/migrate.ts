import type { Database } from "better-sqlite3";
import { toFile, withDatabaseFile } from "./database-file";
import { applyMigrations, listMigrationNames } from "./schema-engine";
import { StoreError } from "./store-error";

/** Makes the database if there is none, and brings it to what this version's models say. */
export async function migrate(databaseUrl: string): Promise<void> {
  const known = await listMigrationNames();
  const applied = withDatabaseFile(databaseUrl, listApplied);
  const unknown = applied.find((name) => !known.includes(name));
  if (unknown) {
    throw new StoreError(
      `The database ${toFile(databaseUrl)} belongs to a newer Rollcall (it has ${unknown}): start that version, or restore an older backup.`,
    );
  }
  // The engine needs the database to itself, which it cannot have while Rollcall runs and the CLI looks in.
  if (known.every((name) => applied.includes(name))) return;
  try {
    await applyMigrations(databaseUrl);
  } catch (error) {
    throw new StoreError(
      `The database ${toFile(databaseUrl)} could not be migrated: stop every other program that uses it and start again, or restore it from a backup.`,
      { cause: error },
    );
  }
}

function listApplied(database: Database): readonly string[] {
  const hasTable = database
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'")
    .get();
  if (!hasTable) return [];
  return database
    .prepare<[], string>(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL",
    )
    .pluck()
    .all();
}
