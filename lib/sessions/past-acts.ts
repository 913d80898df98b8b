import type { ActionOutcome, EndedBy } from "./action-outcome";
import type { SessionAction } from "./session-action";
import type { SessionRef } from "./session-ref";

/** What somebody did to a session through Rollcall. */
export interface PastAct {
  readonly operator: string;
  readonly action: SessionAction;
  /** When it was known what became of it. */
  readonly at: Date;
  readonly outcome: ActionOutcome;
}

export interface PastActs {
  add(ref: SessionRef, act: PastAct): void;
  /** Oldest first. */
  of(ref: SessionRef, now: Date): readonly PastAct[];
  /** Undefined where nobody is known to have ended it. */
  endOf(ref: SessionRef, now: Date): EndedBy | undefined;
}

const keptMs = 3_600_000;
const mostSessions = 10_000;
const mostOfOne = 20;

/** The acts of the last hour, on the sessions acted on last. */
export function openPastActs(): PastActs {
  // In the order of the latest act, so that what is old stands first.
  const bySession = new Map<string, readonly PastAct[]>();

  const of = (ref: SessionRef, now: Date) =>
    (bySession.get(actKey(ref)) ?? []).filter((act) => isKept(act, now));

  return {
    of,
    add(ref, act) {
      const key = actKey(ref);
      const acts = [...(bySession.get(key) ?? []), act].slice(-mostOfOne);
      bySession.delete(key);
      bySession.set(key, acts);
      for (const [oldest, [...old]] of bySession) {
        const last = old.at(-1);
        if (bySession.size <= mostSessions && last && isKept(last, act.at)) break;
        bySession.delete(oldest);
      }
    },
    endOf(ref, now) {
      // Without a start, the id may be another session's by now, and so may its end.
      const end = ref.start === null ? undefined : of(ref, now).findLast(isEnd);
      return end && toEndedBy(end, now);
    },
  };
}

/** The name is left out: a session whose name has changed is the same one still. */
export function actKey({ sourceId, id, user, start }: SessionRef): string {
  return JSON.stringify([sourceId, id, user, start]);
}

/** Seen to have ended the session. */
export function isEnd({ action, outcome }: Pick<PastAct, "action" | "outcome">): boolean {
  return outcome.status === "done" && action !== "disconnect" && action !== "sendMessage";
}

export function toEndedBy({ operator, action, at }: PastAct, now: Date): EndedBy {
  const secondsAgo = Math.max(0, Math.floor((now.getTime() - at.getTime()) / 1000));
  return { operator, action, at, secondsAgo };
}

function isKept({ at }: PastAct, now: Date): boolean {
  return now.getTime() - at.getTime() < keptMs;
}
