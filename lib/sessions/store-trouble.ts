import type { Reason } from "./reason";

/** What a store throws that cannot be used. Compare `code`, never the class. */
export interface StoreTrouble extends Error {
  readonly code: "store";
  /** What stands in the way and what to do, without the path of any file. */
  readonly reason: Reason;
}

export function isStoreError(error: unknown): error is StoreTrouble {
  return error instanceof Error && "code" in error && error.code === "store";
}
