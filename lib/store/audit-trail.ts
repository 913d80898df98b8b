import type { AuditEntry, AuditTrail } from "@/lib/sessions/audit-entry";
import { StoreError } from "./store-error";
import { writeInBatches } from "./write-in-batches";

const mostOwed = 10_000;
const tryAgainMs = 5000;

export interface QueuedTrail extends AuditTrail {
  /** Tries what is owed once more. Nothing is written afterwards. */
  close(): Promise<void>;
}

/** What is owed waits until it can be written, for as long as the process lives. */
export function queueTrail(
  write: (entries: readonly AuditEntry[]) => Promise<void>,
  tellTrouble: (error: Error) => void,
): QueuedTrail {
  const batches = writeInBatches(write);
  let owed: readonly AuditEntry[] = [];
  let again: NodeJS.Timeout | undefined;

  const keep = (entries: readonly AuditEntry[]) => {
    const lost = entries.length - mostOwed;
    owed = entries.slice(0, mostOwed);
    if (lost <= 0) return;
    tellTrouble(new Error(`${lost} entries of the audit are lost: too many wait to be written`));
  };

  const payOff = async () => {
    clearTimeout(again);
    again = undefined;
    const entries = owed;
    owed = [];
    try {
      await batches.write(entries);
    } catch (error) {
      tellTrouble(error instanceof Error ? error : new Error(String(error)));
      keep([...entries, ...owed]);
      again ??= setTimeout(() => void payOff(), tryAgainMs).unref();
    }
  };

  return {
    append: (entries) => batches.write(entries).catch(throwNothingDone),
    async owe(entries) {
      // Behind what is owed already: an outcome comes after its intent, and two in their order.
      keep([...owed, ...entries]);
      if (again === undefined) await payOff();
    },
    async close() {
      if (owed.length > 0) await payOff();
      clearTimeout(again);
      await batches.settle();
    },
  };
}

function throwNothingDone(cause: unknown): never {
  if (!(cause instanceof StoreError)) throw cause;
  const { message, reason } = cause;
  const why = message.replace(/^The /, "the ");
  const options = { cause, reason };
  throw new StoreError(`Nothing was done, because it cannot be recorded: ${why}`, options);
}
