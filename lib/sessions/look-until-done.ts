import type { ActionOutcome } from "./action-outcome";
import { findHolders } from "./find-holders";
import { mayBeSameSession } from "./same-session";
import type { Session } from "./session";
import type { SessionAction } from "./session-action";
import type { SessionRef } from "./session-ref";
import type { Failure } from "./source-error";
import type { WatchedSource } from "./watched-source";

interface Waiting {
  readonly refs: readonly SessionRef[];
  readonly action: SessionAction;
  readonly failure: Failure | null;
}

interface Settling {
  readonly settle: (ref: SessionRef, outcome: ActionOutcome) => void;
  readonly settleMs: number;
}

/** Every ref is settled: when it is seen done, or when time is out. */
export async function lookUntilDone(
  source: WatchedSource,
  { refs, action, failure }: Waiting,
  { settle, settleMs }: Settling,
): Promise<void> {
  const askedAtMs = performance.now();
  let waiting = refs;
  let lastFailure = failure;
  while (waiting.length > 0) {
    await pause(nextWaitMs(performance.now() - askedAtMs));
    const answer = await source.lookAfresh();
    if (answer.state === "answered" || answer.failure.isNobodyLeft) {
      const left = findHolders(waiting, answer.state === "answered" ? answer.sessions : []);
      waiting = waiting.filter((ref) => {
        const done = isDone(ref, action, left.get(ref.id) ?? []);
        if (done) settle(ref, { status: "done" });
        return !done;
      });
    }
    lastFailure = answer.state === "answered" ? failure : answer.failure;
    if (performance.now() - askedAtMs >= settleMs) break;
  }
  for (const ref of waiting) settle(ref, { status: "unconfirmed", failure: lastFailure });
}

/** Seen soon after it is done: at most a sixteenth later than it took. */
function nextWaitMs(elapsedMs: number): number {
  return Math.min(1000, Math.max(5, elapsedMs / 16));
}

function isDone(ref: SessionRef, action: SessionAction, holders: readonly Session[]): boolean {
  const found = holders.find((session) => mayBeSameSession(ref, session.ref));
  if (!found) return true;
  return action === "disconnect" && found.kind === "terminal" && found.status === "disconnected";
}

function pause(waitMs: number): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, waitMs);
  });
}
