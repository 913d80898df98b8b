import type { ActionOutcome } from "./action-outcome";
import { failureOf } from "./failure-of";
import { findHolders } from "./find-holders";
import { isService } from "./is-service";
import { lookUntilDone } from "./look-until-done";
import { reason } from "./reason";
import { isSameSession } from "./same-session";
import type { Session } from "./session";
import type { SessionAction } from "./session-action";
import type { SessionRef } from "./session-ref";
import type { Asked, SessionSource } from "./session-source";
import type { Failure } from "./source-error";
import type { WatchedSource } from "./watched-source";

export interface SourceRequest {
  readonly action: SessionAction;
  readonly refs: readonly SessionRef[];
  /** What `sendMessage` shows. */
  readonly message?: string;
}

export interface SourceActSettings {
  /** Name of the operator. */
  readonly by: string;
  /** How long the server may take to carry out what it was asked. */
  readonly settleMs: number;
  readonly askTimeoutMs: number;
  readonly reportBug: (error: unknown, sourceId: string) => void;
  /** A session that the operator does not see is not there for them. */
  readonly canSee: (session: Session) => boolean;
  /** Called once for each ref, as soon as its outcome is known. */
  readonly settle: (ref: SessionRef, outcome: ActionOutcome) => void;
}

/** Looks, asks, and looks again until it is seen done or time is out: once for all refs of a source. */
export async function actOnSource(
  source: WatchedSource,
  { refs, ...request }: SourceRequest,
  settings: SourceActSettings,
): Promise<void> {
  const before = await source.look();
  if (before.state !== "answered") {
    const { failure } = before;
    const outcome: ActionOutcome = failure.isNobodyLeft
      ? { status: "alreadyGone" }
      : { status: "failed", failure };
    for (const ref of refs) settings.settle(ref, outcome);
    return;
  }
  const present: SessionRef[] = [];
  const holders = findHolders(refs, before.sessions);
  for (const ref of refs) {
    const outcome = outcomeBeforeAsking(ref, holders.get(ref.id)?.[0], settings);
    if (outcome) settings.settle(ref, outcome);
    else present.push(ref);
  }
  if (present.length === 0) return;

  const { waiting, failure } = await ask(source, { ...request, refs: present }, settings);
  if (request.action === "sendMessage") {
    // No look tells whether a message was shown.
    for (const ref of waiting) settings.settle(ref, { status: "unconfirmed", failure });
    return;
  }
  await lookUntilDone(source, { refs: waiting, action: request.action, failure }, settings);
}

function outcomeBeforeAsking(
  ref: SessionRef,
  holder: Session | undefined,
  { canSee }: Pick<SourceActSettings, "canSee">,
): ActionOutcome | undefined {
  if (!holder) return { status: "alreadyGone" };
  const isSame = isSameSession(ref, holder.ref);
  if (!canSee(holder)) {
    return isSame ? { status: "refused", why: "unseen", reason: null } : { status: "alreadyGone" };
  }
  if (!isSame) return { status: "replaced" };
  return isService(holder) ? { status: "refused", why: "service", reason: null } : undefined;
}

/** The refs whose end is still to be seen, and what went wrong if the server may or may not have acted. */
async function ask(
  source: WatchedSource,
  request: SourceRequest,
  { by, settle, askTimeoutMs, reportBug }: SourceActSettings,
): Promise<{ waiting: readonly SessionRef[]; failure: Failure | null }> {
  const { refs, action } = request;
  try {
    const asked = await askSource(
      source.source,
      { ...request, by },
      AbortSignal.timeout(askTimeoutMs),
    );
    const waiting = refs.filter((ref, index) => {
      const outcome = outcomeOfAsking(action, asked[index]);
      if (outcome) settle(ref, outcome);
      return !outcome;
    });
    return { waiting, failure: null };
  } catch (error) {
    const failure = failureOf(error, askTimeoutMs, (bug) => reportBug(bug, source.label.id));
    if (!wasNeverSent(error, failure)) return { waiting: refs, failure };
    for (const ref of refs) settle(ref, { status: "failed", failure });
    return { waiting: [], failure };
  }
}

async function askSource(
  source: SessionSource,
  { refs, action, message, by }: SourceRequest & Pick<SourceActSettings, "by">,
  signal: AbortSignal,
): Promise<readonly Asked[]> {
  if (action !== "sendMessage") return source.act(refs, action, signal, by);
  if (message === undefined) throw new Error("a message without text");
  return source.sendMessage
    ? source.sendMessage(refs, message, signal)
    : refs.map(() => ({ status: "refused", reason: reason("noMessages") }));
}

/** After every other failure the server may have acted. */
function wasNeverSent(error: unknown, { code }: Failure): boolean {
  if (error instanceof Error && "isBeforeAsking" in error && error.isBeforeAsking) return true;
  return code === "not-trusted" || code === "refused" || code === "tool-missing";
}

function outcomeOfAsking(
  action: SessionAction,
  asked: Asked | undefined,
): ActionOutcome | undefined {
  if (!asked) throw new Error("a source answered fewer refs than it was asked about");
  switch (asked.status) {
    case "asked":
      // Whether a message was read is seen by nobody; that the server took it is all there is.
      return action === "sendMessage" ? { status: "done" } : undefined;
    case "gone":
      return { status: "alreadyGone" };
    case "replaced":
      return { status: "replaced" };
    case "refused":
      return { status: "refused", why: "server", reason: asked.reason };
  }
}
