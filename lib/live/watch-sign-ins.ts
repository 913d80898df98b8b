import { liveCloseCodes } from "@/lib/sessions/live-line";
import type { LiveSocket } from "./live-socket";
import { oneAtATime } from "./one-at-a-time";

interface SignInPorts {
  /** Those of these panel sessions that are signed in now. */
  readonly findSignedIn: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly reportBug: (error: unknown) => void;
}

/** What it returns looks once, in one question for all sockets, and closes those whose panel session has ended. */
export function watchSignIns(
  sockets: ReadonlySet<LiveSocket>,
  { findSignedIn, reportBug }: SignInPorts,
): () => void {
  return oneAtATime(async () => {
    if (sockets.size === 0) return;
    const asked = [...sockets];
    const ids = new Set(asked.map(({ operator }) => operator.panelSessionId));
    const signedIn = await findSignedIn([...ids]);
    for (const socket of asked) {
      if (!signedIn.has(socket.operator.panelSessionId)) socket.close(liveCloseCodes.signedOut);
    }
  }, reportBug);
}
