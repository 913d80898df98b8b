import { z } from "zod";
import type { AuditDetail, AuditEntry, AuditOutcome, AuditTrail } from "./audit-entry";
import { findHolders } from "./find-holders";
import { toFailureDetail, toOutcome } from "./record";
import type { SourceAnswer } from "./roll";
import { mayBeSameSession } from "./same-session";
import { type SessionRef, sessionRefSchema } from "./session-ref";
import type { WatchedSource } from "./watched-source";

export interface RecoverPorts {
  readonly trail: AuditTrail;
  readonly sources: () => readonly WatchedSource[];
  /** Those of these acts that still have no outcome: another process may have been in the midst of them. */
  findOpen(actIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** How often a source is asked that does not answer, or where a session is still there. */
  readonly tries: number;
  readonly pauseMs: number;
}

/**
 * Completes the record of acts that a crash cut short: looks whether the session is still there, once
 * its source answers. `intents`: those without an outcome, as they were before anything new was done.
 */
export async function recoverActs(
  intents: readonly AuditEntry[],
  ports: RecoverPorts,
): Promise<void> {
  const bySource = Map.groupBy(intents, (intent) => findRef(intent)?.sourceId ?? null);
  await Promise.all(
    [...bySource].map(async ([sourceId, ofSource]) => {
      const answer = await lookAgain(sourceId, ofSource, ports);
      const open = await ports.findOpen(ofSource.flatMap(({ actId }) => actId ?? []));
      const left = ofSource.filter(({ actId }) => actId !== null && open.has(actId));
      await ports.trail.owe(left.map((intent) => complete(intent, answer)));
    }),
  );
}

type Answer = SourceAnswer | "notConfigured" | "noSession";

async function lookAgain(
  sourceId: string | null,
  intents: readonly AuditEntry[],
  { sources, tries, pauseMs }: RecoverPorts,
): Promise<Answer> {
  let answer: Answer = sourceId === null ? "noSession" : "notConfigured";
  for (let tried = 0; tried < tries; tried++) {
    if (tried > 0) await pause(pauseMs);
    // Looked up anew each time: a daemon may be found only now.
    const source = sources().find(({ label }) => label.id === sourceId);
    if (!source) continue;
    answer = await source.lookAfresh();
    // One that was asked a moment ago may still be ending.
    const isOver = intents.every((intent) => judge(intent, answer).outcome === "gone");
    if (answer.state === "answered" && isOver) break;
  }
  return answer;
}

function complete(intent: AuditEntry, answer: Answer): AuditEntry {
  const { outcome, ...detail } = judge(intent, answer);
  return toOutcome(intent, outcome, new Date(), { ...detail, recovered: true });
}

interface Judgement extends AuditDetail {
  readonly outcome: AuditOutcome;
}

function judge(intent: AuditEntry, answer: Answer): Judgement {
  const ref = findRef(intent);
  if (!ref || answer === "noSession" || intent.event === "session.send-message") {
    return { outcome: "unknown", why: "seenByNoLook" };
  }
  if (answer === "notConfigured") {
    return { outcome: "unknown", why: "notConfigured" };
  }
  if (answer.state !== "answered" && !answer.failure.isNobodyLeft) {
    return { outcome: "unknown", why: "noAnswer", ...toFailureDetail(answer.failure) };
  }
  const sessions = answer.state === "answered" ? answer.sessions : [];
  const holders = findHolders([ref], sessions).get(ref.id) ?? [];
  const found = holders.find((session) => mayBeSameSession(ref, session.ref));
  if (!found) return { outcome: "gone" };
  const status = "status" in found ? found.status : null;
  return { outcome: "still-there", status };
}

const refSchema = z.object({ ref: z.unknown() });

/** Undefined where the intent was not about a session. */
function findRef({ event, sourceId, detail }: AuditEntry): SessionRef | undefined {
  if (!event.startsWith("session.")) return undefined;
  const { ref } = refSchema.safeParse(detail).data ?? {};
  const fields = typeof ref === "object" && ref !== null ? ref : {};
  return sessionRefSchema.safeParse({ ...fields, sourceId }).data;
}

function pause(waitMs: number): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, waitMs).unref();
  });
}
