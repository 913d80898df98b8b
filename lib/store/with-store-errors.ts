import { z } from "zod";
import { findReason, toStoreError } from "./database-file";

/**
 * The same port, whose failures are sentences where the database itself is the reason: Prisma wraps
 * what SQLite says in a report about the line that asked.
 */
export function withStoreErrors<Port extends object>(port: Port, file: string): Port {
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      return (...given: readonly unknown[]) =>
        orStoreError(() => Reflect.apply(member, target, given), file);
    },
  });
}

/** Throws StoreError where the database cannot be used, and what `ask` throws otherwise. */
export async function orStoreError<Found>(ask: () => Promise<Found>, file: string): Promise<Found> {
  try {
    return await ask();
  } catch (error) {
    const why = findReason(originalCodeOf(error));
    if (!why) throw error;
    throw toStoreError(error, file, why);
  }
}

const seen = z.object({ originalCode: z.string() }).transform(({ originalCode }) => originalCode);
const wrapped = z
  .object({ meta: z.object({ driverAdapterError: z.object({ cause: seen }) }) })
  .transform(({ meta }) => meta.driverAdapterError.cause);
const own = z.object({ code: z.string() }).transform(({ code }) => code);

/** What SQLite said, or else Prisma's own code. */
export function originalCodeOf(error: unknown): string {
  return z.union([wrapped, own]).safeParse(error).data ?? "";
}
