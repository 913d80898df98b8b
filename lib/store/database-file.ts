import { closeSync, openSync } from "node:fs";
import Database from "better-sqlite3";
import { StoreError } from "./store-error";

/** How long a query waits for another process that writes. */
export const busyTimeoutMs = 5000;

/** The code of a question that comes after the end. */
export const closedCode = "ROLLCALL_CLOSED";

const elsewhere = "choose another with DATABASE_URL or ROLLCALL_DATA";
const noRight = `this account has no right to write it; give it the right, or ${elsewhere}`;
const readOnly = `it or its folder is read-only; make both writable, or ${elsewhere}`;
const locked = "another program keeps it locked; close that program and try again";
const full = "the disk is full; make room and try again";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: `its folder does not exist; make it, or ${elsewhere}`,
  EISDIR: `it is a folder; ${elsewhere}`,
  ENOTDIR: `its folder is not a folder; ${elsewhere}`,
  EACCES: noRight,
  EPERM: noRight,
  EROFS: `it is on a read-only file system; ${elsewhere}`,
  ENOSPC: full,
  SQLITE_READONLY: readOnly,
  SQLITE_CANTOPEN: readOnly,
  SQLITE_BUSY: locked,
  SQLITE_LOCKED: locked,
  SQLITE_NOTADB: `it is not a SQLite database; ${elsewhere}`,
  SQLITE_CORRUPT: "it is damaged; restore it from a backup",
  SQLITE_FULL: full,
  SQLITE_IOERR: "the disk does not answer as it should; check it, and the space on it",
  [closedCode]: "Rollcall has closed it",
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
    throw toStoreError(error, file, findReason(String(error.code)) ?? error.message);
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
export function findReason(code: string): string | undefined {
  return Object.entries(reasons).find(([start]) => code.startsWith(start))?.[1];
}

export function toStoreError(cause: unknown, file: string, reason: string): StoreError {
  return new StoreError(`The database ${file} cannot be used: ${reason}.`, { cause, reason });
}
