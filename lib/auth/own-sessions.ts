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

    end: async (asked, operator) => {
      const { name: by, userId, panelSessionId: keptId } = operator;
      const open = await ownSessions.list(userId, new Date());
      const ids = open.map(({ id }) => id).filter((id) => id !== keptId && asked.includes(id));
      // What else is asked for is not recorded: anybody could fill the disk with it.
      if (ids.length === 0) return 0;
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
