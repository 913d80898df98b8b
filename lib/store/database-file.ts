import { closeSync, openSync } from "node:fs";
import Database from "better-sqlite3";
import { StoreError } from "./store-error";

/** How long a query waits for another process that writes. */
export const busyTimeoutMs = 5000;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "its folder does not exist",
  EISDIR: "it is a folder",
  ENOTDIR: "its folder is not a folder",
  EACCES: "this account has no right to write it",
  EPERM: "this account has no right to write it",
  EROFS: "it is on a read-only file system",
  ENOSPC: "the disk is full",
  SQLITE_READONLY: "it or its folder is read-only",
  SQLITE_CANTOPEN: "it or its folder is read-only",
  SQLITE_BUSY: "another program keeps it locked",
  SQLITE_LOCKED: "another program keeps it locked",
  SQLITE_NOTADB: "it is not a SQLite database",
  SQLITE_CORRUPT: "it is damaged; restore it from a backup",
  SQLITE_FULL: "the disk is full",
};

export function toFile(databaseUrl: string): string {
  return databaseUrl.replace(/^file:/, "");
}

/** Runs `work` on a connection of its own, in WAL mode, that is closed again before this returns. */
export function withDatabaseFile<Found>(
  databaseUrl: string,
  work: (database: Database.Database) => Found,
): Found {
  const file = toFile(databaseUrl);
  try {
    // It holds password hashes, so it is made for this account alone; SQLite gives its -wal file the same rights.
    closeSync(openSync(file, "a", 0o600));
    const database = new Database(file, { timeout: busyTimeoutMs });
    try {
      switchToWal(database, file);
      return work(database);
    } finally {
      database.close();
    }
  } catch (error) {
    throw toStoreError(error, file);
  }
}

// In rollback-journal mode one SQLITE_BUSY at COMMIT makes Prisma lose later writes: github.com/prisma/orm/issues/29933
function switchToWal(database: Database.Database, file: string): void {
  const mode = database.pragma("journal_mode = WAL", { simple: true });
  if (mode !== "wal") {
    throw new StoreError(
      `The database ${file} is on a file system without shared memory (SQLite's WAL mode): move it to a local disk.`,
    );
  }
}

/** A failure of the file or of SQLite as a sentence; any other error is given back as it is. */
function toStoreError(error: unknown, file: string): unknown {
  if (!(error instanceof Error && "code" in error) || error instanceof StoreError) return error;
  const code = String(error.code);
  const reason = Object.entries(reasons).find(([start]) => code.startsWith(start))?.[1];
  return new StoreError(`The database ${file} cannot be used: ${reason ?? error.message}.`, {
    cause: error,
  });
}
