import { failureOf } from "./failure-of";
import type { Operator } from "./operator";
import type { Failure } from "./source-error";
import type { WatchedSource } from "./watched-source";

/** What became of the request to clear. `done`: the server took it, and was looked at again. */
export type Clearing =
  | { readonly status: "done" }
  | { readonly status: "failed"; readonly failure: Failure };

export interface ClearSettings {
  readonly askTimeoutMs: number;
  readonly reportBug: (error: unknown, sourceId: string) => void;
}

/** Throws for a source that has nothing to clear and for an operator who may not: no page offers either. */
export async function clearLeftovers(
  watched: WatchedSource | undefined,
  operator: Operator,
  { askTimeoutMs, reportBug }: ClearSettings,
): Promise<Clearing> {
  if (!operator.mayAct || operator.sees !== "everything") {
    throw new Error(`${operator.name} may not clear leftovers`);
  }
  if (!watched?.source.clearLeftovers) throw new Error("no source of this name can be cleared");
  try {
    await watched.source.clearLeftovers(AbortSignal.timeout(askTimeoutMs));
  } catch (error) {
    const failure = failureOf(error, askTimeoutMs, (bug) => reportBug(bug, watched.label.id));
    return { status: "failed", failure };
  }
  await watched.lookAfresh();
  return { status: "done" };
}
