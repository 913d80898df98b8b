import type { PanelSession } from "@/lib/sessions/session";

/** Who connected to Rollcall in the name of the browser; null where it came by itself. */
export function findProxy({
  remoteAddress,
  peerAddress,
}: Pick<PanelSession, "remoteAddress" | "peerAddress">): string | null {
  return peerAddress === remoteAddress ? null : peerAddress;
}
