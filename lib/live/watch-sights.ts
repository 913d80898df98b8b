import { liveCloseCodes } from "@/lib/sessions/live-line";
import type { LiveSocket } from "./live-socket";

interface SightPorts {
  /** Calls at once when what anybody may see has changed, here or elsewhere. */
  readonly onSightsChanged: (listener: () => void) => void;
}

/**
 * Forgets and cuts all sockets whenever what anybody may see has changed: each comes back by itself,
 * and is recognised anew. Nothing that was made for them before is told to anybody afterwards.
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
