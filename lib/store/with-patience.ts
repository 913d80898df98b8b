import { setTimeout as pause } from "node:timers/promises";
import {
  isDriverAdapterError,
  type SqlDriverAdapter,
  type Transaction,
} from "@prisma/driver-adapter-utils";

/** How long the connection itself waits: while it does, this whole process stands still. */
export const ownTimeoutMs = 0;

const betweenTriesMs = 15;

/**
 * The same connection, which waits for other processes that write without holding up this one: SQLite
 * would make it stand still. What waits longer than `patienceMs` fails as SQLite would let it fail.
 *
 * A transaction takes the right to write when it begins, so that nothing in it has to wait; and while
 * one is open, what is asked outside of it waits, for it would become a part of it.
 */
export function withPatience(connection: SqlDriverAdapter, patienceMs: number): SqlDriverAdapter {
  const { provider, adapterName } = connection;
  let transaction: Promise<void> | undefined;

  const whenFree = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const deadlineMs = performance.now() + patienceMs;
    while (transaction) await transaction;
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (!isBusy(error) || performance.now() >= deadlineMs) throw error;
      }
      await pause(betweenTriesMs);
      while (transaction) await transaction;
    }
  };

  const begin = async () => {
    const over = Promise.withResolvers<void>();
    const end = () => {
      transaction = undefined;
      over.resolve();
    };
    transaction = over.promise;
    try {
      await connection.executeScript("BEGIN IMMEDIATE");
      return end;
    } catch (error) {
      end();
      throw error;
    }
  };

  return {
    provider,
    adapterName,
    queryRaw: (query) => whenFree(() => connection.queryRaw(query)),
    executeRaw: (query) => whenFree(() => connection.executeRaw(query)),
    executeScript: (script) => whenFree(() => connection.executeScript(script)),
    startTransaction: async () => toTransaction(connection, await whenFree(begin)),
    dispose: () => connection.dispose(),
  };
}

/** What is said between its begin and its end, which it tells itself to the database. */
function toTransaction(connection: SqlDriverAdapter, end: () => void): Transaction {
  const { provider, adapterName } = connection;
  const rollBack = async () => {
    try {
      await connection.executeScript("ROLLBACK");
    } catch (error) {
      // SQLite has done so itself after some failures, such as a full disk.
      if (!isDriverAdapterError(error)) throw error;
    }
  };
  return {
    provider,
    adapterName,
    options: { usePhantomQuery: true },
    queryRaw: (query) => connection.queryRaw(query),
    executeRaw: (query) => connection.executeRaw(query),
    async commit() {
      try {
        await connection.executeScript("COMMIT");
      } catch (error) {
        await rollBack();
        throw error;
      } finally {
        end();
      }
    },
    async rollback() {
      try {
        await rollBack();
      } finally {
        end();
      }
    },
  };
}

function isBusy(error: unknown): boolean {
  if (!isDriverAdapterError(error)) return false;
  return error.cause.originalCode?.startsWith("SQLITE_BUSY") ?? false;
}
