import { closeSync, openSync } from "node:fs";
import Database from "better-sqlite3";
import { inEnglish, quoted, type Reason, reason } from "@/lib/sessions/reason";
import { StoreError } from "./store-error";

/** How long a query waits for another process that writes. */
export const busyTimeoutMs = 5000;

/** The code of a question that comes after the end. */
export const closedCode = "ROLLCALL_CLOSED";

const reasons: Readonly<Record<string, Reason>> = {
  ENOENT: reason("noFolder"),
  EISDIR: reason("isFolder"),
  ENOTDIR: reason("folderIsNone"),
  EACCES: reason("noRightToWrite"),
  EPERM: reason("noRightToWrite"),
  EROFS: reason("readOnlySystem"),
  ENOSPC: reason("diskFull"),
  SQLITE_READONLY: reason("readOnly"),
  SQLITE_CANTOPEN: reason("readOnly"),
  SQLITE_BUSY: reason("locked"),
  SQLITE_LOCKED: reason("locked"),
  SQLITE_NOTADB: reason("noSqlite"),
  SQLITE_CORRUPT: reason("databaseDamaged"),
  SQLITE_FULL: reason("diskFull"),
  SQLITE_IOERR: reason("diskFails"),
  [closedCode]: reason("databaseClosed"),
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
    if (!(error instanceof Error && "code" in error) || error instanceof StoreError) throw error;
    throw toStoreError(error, file, findReason(String(error.code)) ?? quoted(error.message));
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

/** What a code of the file system or of SQLite means, and what to do about it. */
export function findReason(code: string): Reason | undefined {
  return Object.entries(reasons).find(([start]) => code.startsWith(start))?.[1];
}

export function toStoreError(cause: unknown, file: string, why: Reason): StoreError {
  const message = `The database ${file} cannot be used: ${inEnglish(why)}.`;
  return new StoreError(message, { cause, reason: why });
}
