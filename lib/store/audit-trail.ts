import type { AuditEntry, AuditTrail } from "@/lib/sessions/audit-entry";
import { StoreError } from "./store-error";

const mostAtOnce = 1000;
const mostOwed = 10_000;
const tryAgainMs = 5000;

export interface QueuedTrail extends AuditTrail {
  /** Tries what is owed once more. Nothing is written afterwards. */
  close(): Promise<void>;
}

interface Waiting {
  readonly entries: readonly AuditEntry[];
  readonly done: PromiseWithResolvers<void>;
}

/** One write at a time, each of all that has come in the meantime; what is owed waits until it can be written. */
export function queueTrail(
  write: (entries: readonly AuditEntry[]) => Promise<void>,
  tellTrouble: (error: Error) => void,
): QueuedTrail {
  let waiting: Waiting[] = [];
  let owed: AuditEntry[] = [];
  let writing: Promise<void> | undefined;
  let again: NodeJS.Timeout | undefined;

  const writeAll = async () => {
    while (waiting.length > 0) {
      const [batch, rest] = takeBatch(waiting);
      waiting = rest;
      await write(batch.flatMap(({ entries }) => entries)).then(
        () => {
          for (const { done } of batch) done.resolve();
        },
        (error: unknown) => {
          for (const { done } of batch) done.reject(error);
        },
      );
    }
    writing = undefined;
  };

  const enqueue = (entries: readonly AuditEntry[]) => {
    if (entries.length === 0) return Promise.resolve();
    const done = Promise.withResolvers<void>();
    waiting.push({ entries, done });
    writing ??= writeAll();
    return done.promise;
  };

  const payOff = async () => {
    clearTimeout(again);
    again = undefined;
    const entries = owed;
    owed = [];
    try {
      await enqueue(entries);
    } catch (error) {
      keep(entries, error);
    }
  };

  const keep = (entries: readonly AuditEntry[], error: unknown) => {
    tellTrouble(error instanceof Error ? error : new Error(String(error)));
    owed = [...entries, ...owed].slice(0, mostOwed);
    again ??= setTimeout(() => void payOff(), tryAgainMs).unref();
  };

  return {
    append: (entries) => enqueue(entries).catch(throwNothingDone),
    async owe(entries) {
      // Behind what is owed already: an outcome comes after its intent, and two in their order.
      owed.push(...entries);
      if (again === undefined) await payOff();
    },
    async close() {
      if (owed.length > 0) await payOff();
      clearTimeout(again);
      await writing;
    },
  };
}

function takeBatch(waiting: readonly Waiting[]): readonly [readonly Waiting[], Waiting[]] {
  let count = 0;
  const end = waiting.findIndex(({ entries }, index) => {
    count += entries.length;
    return index > 0 && count > mostAtOnce;
  });
  return end < 0 ? [waiting, []] : [waiting.slice(0, end), waiting.slice(end)];
}

function throwNothingDone(cause: unknown): never {
  if (!(cause instanceof StoreError)) throw cause;
  const { message, reason } = cause;
  const why = message.replace(/^The /, "the ");
  const options = { cause, reason };
  throw new StoreError(`Nothing was done, because it cannot be recorded: ${why}`, options);
}
