import type { ActionOutcome } from "./action-outcome";
import { failureOf } from "./failure-of";
import { isService } from "./is-service";
import { lookUntilDone } from "./look-until-done";
import type { Operator } from "./operator";
import { isSameSession } from "./same-session";
import type { Session, SessionKind } from "./session";
import type { SessionAction } from "./session-action";
import type { SessionRef } from "./session-ref";
import type { Asked, SessionSource } from "./session-source";
import type { Failure } from "./source-error";
import type { WatchedSource } from "./watched-source";

export interface ActSettings {
  /** How long the server may take to carry out what it was asked. */
  readonly settleMs: number;
  readonly askTimeoutMs: number;
  readonly reportBug: (error: unknown, sourceId: string) => void;
}

export interface Acting {
  readonly kind: SessionKind;
  readonly action: SessionAction;
  readonly refs: readonly SessionRef[];
  /** What `sendMessage` shows. */
  readonly message?: string;
}

/** Looks, asks, and looks again until it is seen done or time is out. One outcome a ref, in order. */
export async function actOnSessions(
  sources: readonly WatchedSource[],
  { kind, refs, ...request }: Acting,
  operator: Operator,
  settings: ActSettings,
): Promise<readonly ActionOutcome[]> {
  const outcomes = new Map<string, ActionOutcome>();
  const settle = (ref: SessionRef, outcome: ActionOutcome) => outcomes.set(keyOf(ref), outcome);

  const allowed: SessionRef[] = [];
  for (const ref of new Map(refs.map((ref) => [keyOf(ref), ref])).values()) {
    const refusal = refusalOf(ref, kind, operator);
    if (refusal) settle(ref, refusal);
    else allowed.push(ref);
  }

  const bySource = Map.groupBy(allowed, ({ sourceId }) => sourceId);
  await Promise.all(
    [...bySource].map(async ([sourceId, ofSource]) => {
      const source = sources.find(({ label }) => label.id === sourceId);
      if (source?.label.kind === kind) {
        await actOnSource(source, { ...request, refs: ofSource }, { ...settings, settle });
        return;
      }
      const reason = source
        ? `its source lists ${source.label.kind} sessions, not ${kind} sessions`
        : "no source of this name is listed any more";
      const failure: Failure = { code: "unreachable", reason };
      for (const ref of ofSource) settle(ref, { status: "failed", failure });
    }),
  );
  return refs.map((ref) => outcomes.get(keyOf(ref)) ?? unsettled(ref));
}

function refusalOf(
  ref: SessionRef,
  kind: SessionKind,
  operator: Operator,
): ActionOutcome | undefined {
  const seesIt = operator.sees === "everything" || (kind === "panel" && ref.user === operator.name);
  if (!operator.mayAct || !seesIt) {
    return { status: "refused", why: "notAllowed", reason: null };
  }
  if (kind === "panel" && ref.id === operator.panelSessionId) {
    return { status: "refused", why: "ownSession", reason: null };
  }
  return undefined;
}

interface SourceSettings extends ActSettings {
  readonly settle: (ref: SessionRef, outcome: ActionOutcome) => void;
}

type Request = Omit<Acting, "kind">;

async function actOnSource(
  source: WatchedSource,
  { refs, ...request }: Request,
  settings: SourceSettings,
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
  for (const ref of refs) {
    const outcome = outcomeBeforeAsking(ref, before.sessions);
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
  sessions: readonly Session[],
): ActionOutcome | undefined {
  const holder = sessions.find((session) => session.ref.id === ref.id);
  if (!holder) return { status: "alreadyGone" };
  if (!isSameSession(ref, holder.ref)) return { status: "replaced" };
  return isService(holder) ? { status: "refused", why: "service", reason: null } : undefined;
}

/** The refs whose end is still to be seen, and what went wrong if the server may or may not have acted. */
async function ask(
  source: WatchedSource,
  request: Request,
  { settle, askTimeoutMs, reportBug }: SourceSettings,
): Promise<{ waiting: readonly SessionRef[]; failure: Failure | null }> {
  const { refs, action } = request;
  try {
    const asked = await askSource(source.source, request, AbortSignal.timeout(askTimeoutMs));
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
  { refs, action, message }: Request,
  signal: AbortSignal,
): Promise<readonly Asked[]> {
  if (action !== "sendMessage") return source.act(refs, action, signal);
  if (message === undefined) throw new Error("a message without text");
  return source.sendMessage
    ? source.sendMessage(refs, message, signal)
    : refs.map(() => ({ status: "refused", reason: "it shows no messages" }));
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

function keyOf(ref: SessionRef): string {
  return JSON.stringify([ref.sourceId, ref.id, ref.user, ref.start, ref.name]);
}

function unsettled(ref: SessionRef): never {
  throw new Error(`no outcome for session ${ref.id} of ${ref.sourceId}`);
}
