import type { AuditTrail } from "./audit-entry";
import { failureOf } from "./failure-of";
import { NotAllowed } from "./not-allowed";
import type { Operator } from "./operator";
import { reason } from "./reason";
import { type DeedResult, record, toFailureDetail } from "./record";
import type { Failure } from "./source-error";
import { isStoreError } from "./store-trouble";
import type { WatchedSource } from "./watched-source";

/** What became of the request to clear. `done`: the server took it, and was looked at again. */
export type Clearing =
  | { readonly status: "done" }
  | { readonly status: "failed"; readonly failure: Failure };

export interface ClearSettings {
  readonly trail: AuditTrail;
  readonly askTimeoutMs: number;
  readonly reportBug: (error: unknown, sourceId: string) => void;
}

/** Throws for an operator who may not: no page offers it. */
export async function clearLeftovers(
  watched: WatchedSource | undefined,
  operator: Operator,
  { trail, ...settings }: ClearSettings,
): Promise<Clearing> {
  if (!operator.mayAct || operator.sees !== "everything") {
    throw new NotAllowed(`${operator.name} may not clear leftovers`);
  }
  if (!watched?.source.clearLeftovers) return { status: "failed", failure: nothingToClear };
  const { id: sourceId, server } = watched.label;
  const deed = { event: "leftovers.clear", by: operator, sourceId, server } as const;
  try {
    return await record(trail, deed, () => clear(watched, settings), toResult);
  } catch (error) {
    if (!isStoreError(error)) throw error;
    return { status: "failed", failure: { code: "not-recorded", reason: error.reason } };
  }
}

const nothingToClear: Failure = {
  code: "unreachable",
  reason: reason("nothingToClear"),
};

async function clear(
  watched: WatchedSource,
  { askTimeoutMs, reportBug }: Omit<ClearSettings, "trail">,
): Promise<Clearing> {
  try {
    await watched.source.clearLeftovers?.(AbortSignal.timeout(askTimeoutMs));
  } catch (error) {
    const failure = failureOf(error, askTimeoutMs, (bug) => reportBug(bug, watched.label.id));
    return { status: "failed", failure };
  }
  await watched.lookAfresh();
  return { status: "done" };
}

function toResult(clearing: Clearing): DeedResult {
  if (clearing.status === "done") return { outcome: "done" };
  return { outcome: "failed", detail: toFailureDetail(clearing.failure) };
}
