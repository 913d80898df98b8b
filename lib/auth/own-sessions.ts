import type { OwnSessions } from "@/lib/sessions/own-session";
import { record } from "@/lib/sessions/record";
import type { Store } from "@/lib/store/store";
import type { SignedInOperator } from "./auth";

/** A person's own panel sessions, and nobody else's, whatever is asked; for viewers too. */
export interface RollcallOwnSessions {
  list(operator: SignedInOperator): Promise<OwnSessions>;
  /** How many it has ended: never the one that asks. */
  end(ids: readonly string[], operator: SignedInOperator): Promise<number>;
}

export function createOwnSessions({
  ownSessions,
  panelSessions,
  audit,
}: Store): RollcallOwnSessions {
  return {
    list: async ({ userId, name: login, panelSessionId }) => {
      const now = new Date();
      // What is over by time is listed as ended, not left out.
      await panelSessions.endExpired(now);
      const open = await ownSessions.list(userId, now);
      return {
        open: open.map((session) => ({ ...session, isThis: session.id === panelSessionId })),
        ended: await ownSessions.listEnded({ userId, login }),
      };
    },

    end: (ids, operator) => {
      const { name: by, userId, panelSessionId: keptId } = operator;
      const detail = { sessions: ids };
      return record(
        audit,
        { event: "panel-session.end", by: operator, user: by, detail },
        () => ownSessions.end({ userId, keptId, ids, by }, new Date()),
        (count) => ({ outcome: count > 0 ? "done" : "already-gone", detail: { ended: count } }),
      );
    },
  };
}
