import type {
  AuditDetail,
  AuditEntry,
  AuditEvent,
  AuditOutcome,
  AuditTarget,
  AuditTrail,
} from "./audit-entry";
import { inEnglish } from "./reason";
import type { Failure } from "./source-error";

/** Who does it: an operator is one. */
export interface AuditActor {
  readonly name: string;
  readonly address: string | null;
}

/** What is done for nobody in particular. No login holds a space, so nobody acts under this name. */
export const rollcallItself: AuditActor = { name: "rollcall itself", address: null };

/** How the first administrator may come about, as the record names it. */
export const firstStartNames = {
  environment: "environment variables",
  setUpLink: "setup link",
} as const;

export interface Deed extends Partial<AuditTarget> {
  readonly event: AuditEvent;
  readonly by: AuditActor;
  readonly reason?: string | null;
  readonly detail?: AuditDetail;
}

export interface DeedResult {
  readonly outcome: AuditOutcome;
  /** Added to what the intent said. */
  readonly detail?: AuditDetail;
}

/**
 * Does the work between an entry that says what is meant and one that says what became of it. Where
 * the first cannot be written the work is not done, and this throws what the store threw: a sentence.
 */
export async function record<Done>(
  trail: AuditTrail,
  deed: Deed,
  work: () => Promise<Done>,
  toResult: (done: Done) => DeedResult,
): Promise<Done> {
  const intent = toEntry(deed, { phase: "intent", actId: crypto.randomUUID(), outcome: null });
  await trail.append([intent]);
  const end = ({ outcome, detail }: DeedResult) =>
    trail.owe([toOutcome(intent, outcome, new Date(), detail)]);
  let done: Done;
  try {
    done = await work();
  } catch (error) {
    await end({ outcome: "failed", detail: { failure: nameOf(error) } });
    throw error;
  }
  await end(toResult(done));
  return done;
}

/** Something that has happened, such as a sign-in: throws where it cannot be written. */
export async function recordFact(
  trail: AuditTrail,
  deed: Deed,
  outcome: AuditOutcome = "done",
): Promise<void> {
  await trail.append([toFact(deed, outcome)]);
}

export function toFact(deed: Deed, outcome: AuditOutcome = "done"): AuditEntry {
  return toEntry(deed, { phase: "fact", actId: null, outcome });
}

/** The entry that completes an intent. */
export function toOutcome(
  intent: AuditEntry,
  outcome: AuditOutcome,
  at: Date,
  detail: AuditDetail = {},
): AuditEntry {
  return { ...intent, at, phase: "outcome", outcome, detail: { ...intent.detail, ...detail } };
}

export function toEntry(
  { event, by, reason = null, detail = {}, ...on }: Deed,
  stage: Pick<AuditEntry, "phase" | "actId" | "outcome">,
): AuditEntry {
  const { server = null, sourceId = null, user = null, address = null } = on;
  return {
    at: new Date(),
    event,
    ...stage,
    operator: by.name,
    operatorAddress: by.address,
    server,
    sourceId,
    user,
    address,
    reason,
    detail,
  };
}

/** In English, as the record is for whoever reads it later. */
export function toFailureDetail({ code, reason }: Failure): AuditDetail {
  return { failure: code, said: reason && inEnglish(reason) };
}

/** The store's sentences are for people; other messages may hold anything. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && error.code === "store" ? error.message : error.name;
}
