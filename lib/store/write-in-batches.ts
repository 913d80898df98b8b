import type { AuditEntry } from "@/lib/sessions/audit-entry";

type Write = (entries: readonly AuditEntry[]) => Promise<void>;

interface Batches {
  readonly write: Write;
  /** Resolves when nothing is under way. */
  settle(): Promise<void>;
}

interface Waiting {
  readonly entries: readonly AuditEntry[];
  readonly done: PromiseWithResolvers<void>;
}

const mostAtOnce = 1000;

/** One write at a time, each of all that has come in the meantime. */
export function writeInBatches(write: Write): Batches {
  let waiting: readonly Waiting[] = [];
  let underWay: Promise<void> | undefined;

  const writeAll = async () => {
    while (waiting.length > 0) {
      const batch = takeBatch(waiting);
      waiting = waiting.slice(batch.length);
      await write(batch.flatMap(({ entries }) => entries)).then(
        () => {
          for (const { done } of batch) done.resolve();
        },
        (error: unknown) => {
          for (const { done } of batch) done.reject(error);
        },
      );
    }
    underWay = undefined;
  };

  return {
    async write(entries) {
      if (entries.length === 0) return;
      const done = Promise.withResolvers<void>();
      waiting = [...waiting, { entries, done }];
      underWay ??= writeAll();
      await done.promise;
    },
    settle: async () => underWay,
  };
}

function takeBatch(waiting: readonly Waiting[]): readonly Waiting[] {
  let count = 0;
  const end = waiting.findIndex(({ entries }, index) => {
    count += entries.length;
    return index > 0 && count > mostAtOnce;
  });
  return end < 0 ? waiting : waiting.slice(0, end);
}
