import { liveCloseCodes } from "@/lib/sessions/live-line";
import type { LiveSocket } from "./live-socket";

interface SightPorts {
  /** Calls at once when what anybody may see has changed, here or elsewhere. */
  readonly onSightsChanged: (listener: () => void) => void;
}

/**
 * Forgets and cuts the sockets of all who do not see everything, whenever what anybody may see has changed:
 * each comes back by itself, and is recognised anew. Nothing that was made for them before is told afterwards.
 * Who sees everything does so until the session ends, for another role ends it.
 */
export function watchSights(
  sockets: ReadonlySet<LiveSocket>,
  forget: (socket: LiveSocket) => void,
  { onSightsChanged }: SightPorts,
) {
  let changes = 0;
  onSightsChanged(() => {
    changes += 1;
    for (const socket of sockets) {
      if (socket.operator.sees === "everything") continue;
      forget(socket);
      socket.cut(liveCloseCodes.sightChanged);
    }
  });
  return {
    /** Asks again where the answer may be of before a change. */
    async askNow<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
      for (;;) {
        const before = changes;
        const answer = await ask();
        if (before === changes) return answer;
      }
    },
  };
}
