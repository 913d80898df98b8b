import { liveCloseCodes } from "@/lib/sessions/live-line";
import { oneAtATime } from "@/lib/sessions/one-at-a-time";
import type { LiveSocket } from "./live-socket";

interface SignInPorts {
  /** Those of these panel sessions that are signed in now. */
  readonly findSignedIn: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Calls at once when panel sessions were ended here. */
  readonly onSessionsEnded: (listener: (ended: readonly { readonly id: string }[]) => void) => void;
  readonly reportBug: (error: unknown) => void;
}

interface SignInWatch {
  /** The panel sessions that end from now on, until `over`: one that ends while it is looked up must not be let in. */
  begin(): { readonly ended: ReadonlySet<string>; over(): void };
  /** Finds in one question for all sockets those that were ended elsewhere, or by time. */
  check(): void;
}

/** Forgets and cuts the sockets whose panel session has ended. */
export function watchSignIns(
  sockets: ReadonlySet<LiveSocket>,
  forget: (socket: LiveSocket) => void,
  { findSignedIn, onSessionsEnded, reportBug }: SignInPorts,
): SignInWatch {
  const arrivals = new Set<Set<string>>();
  const cut = (socket: LiveSocket) => {
    forget(socket);
    socket.cut(liveCloseCodes.signedOut);
  };

  onSessionsEnded((ended) => {
    const ids = new Set(ended.map(({ id }) => id));
    for (const socket of sockets) {
      if (ids.has(socket.operator.panelSessionId)) cut(socket);
    }
    for (const arrival of arrivals) for (const id of ids) arrival.add(id);
  });

  return {
    begin() {
      const ended = new Set<string>();
      arrivals.add(ended);
      return { ended, over: () => arrivals.delete(ended) };
    },
    check: oneAtATime(async () => {
      if (sockets.size === 0) return;
      const asked = [...sockets];
      const ids = new Set(asked.map(({ operator }) => operator.panelSessionId));
      const signedIn = await findSignedIn([...ids]);
      for (const socket of asked) {
        if (!signedIn.has(socket.operator.panelSessionId)) cut(socket);
      }
    }, reportBug),
  };
}
