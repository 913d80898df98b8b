import type { ActionOutcome } from "./action-outcome";
import type { Operator } from "./operator";
import { actKey, isEnd, openPastActs, type PastAct, toEndedBy } from "./past-acts";
import type { SessionAction } from "./session-action";
import type { SessionRef } from "./session-ref";

/** All acts of one Rollcall: those under way, so that two on one session come one after the other, and the past ones. */
export interface Acts {
  begin(refs: readonly SessionRef[], who: Operator, action: SessionAction): ActUnderWay;
  /** Oldest first. */
  of(ref: SessionRef): readonly PastAct[];
  /** Resolves when the act under way on it is over; at once where there is none. */
  over(ref: SessionRef): Promise<void>;
}

/** One act on some sessions, from when it was asked for. Every ref is settled once; `end` frees what is not. */
export interface ActUnderWay {
  /** Whether another act on the session was under way when this one began. */
  isBehind(ref: SessionRef): boolean;
  /** Resolves when that act is over: with what is left to say where it ended the session. */
  turn(ref: SessionRef): Promise<ActionOutcome | undefined>;
  /** Gives the outcome with what is known of who else ended the session. */
  settle(ref: SessionRef, outcome: ActionOutcome): ActionOutcome;
  end(): void;
}

/** Undefined: it was over without an outcome. */
type Over = PromiseWithResolvers<PastAct | undefined>;

export function openActs(now: () => Date = () => new Date()): Acts {
  const past = openPastActs();
  const latest = new Map<string, Over>();

  return {
    of: (ref) => past.of(ref, now()),

    async over(ref) {
      await latest.get(actKey(ref))?.promise;
    },

    begin(refs, { name: operator }, action) {
      // All are read before one is written: a session named twice does not wait for itself.
      const ahead = new Map(refs.map((ref) => [actKey(ref), latest.get(actKey(ref))]));
      const own = new Map<string, Over>();
      for (const key of ahead.keys()) own.set(key, Promise.withResolvers());
      for (const [key, over] of own) latest.set(key, over);

      const leave = (key: string, act: PastAct | undefined) => {
        const over = own.get(key);
        over?.resolve(act);
        if (over && latest.get(key) === over) latest.delete(key);
      };

      return {
        isBehind: (ref) => ahead.get(actKey(ref)) !== undefined,
        async turn(ref) {
          const act = await ahead.get(actKey(ref))?.promise;
          if (!act || !isEnd(act)) return undefined;
          return { status: "alreadyGone", by: toEndedBy(act, now()) };
        },
        settle(ref, outcome) {
          const at = now();
          const act = { operator, action, at, outcome };
          if (isDeed(outcome)) past.add(ref, act);
          leave(actKey(ref), act);
          if (outcome.status !== "alreadyGone" || outcome.by) return outcome;
          const by = past.endOf(ref, at);
          return by ? { ...outcome, by } : outcome;
        },
        end() {
          for (const key of own.keys()) leave(key, undefined);
        },
      };
    },
  };
}

/** Something was done to the session, or at least tried. */
function isDeed(outcome: ActionOutcome): boolean {
  switch (outcome.status) {
    case "done":
    case "unconfirmed":
    case "failed":
      return true;
    case "refused":
      return outcome.why === "server";
    case "alreadyGone":
    case "replaced":
      return false;
  }
}
