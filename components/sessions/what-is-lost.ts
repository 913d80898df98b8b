import { formatBytes } from "@/components/format/format-bytes";
import { formatElapsed } from "@/components/format/format-elapsed";
import { secondsBetween } from "@/components/format/seconds-between";
import { showControls } from "@/components/format/show-controls";
import type { FtpSession, Session, TerminalSession } from "@/lib/sessions/session";
import type { SessionAction } from "@/lib/sessions/session-action";
import type { SessionRow } from "./roll-view";
import { sinceWhen } from "./since-when";
import { accountOf, clientOf } from "./terminal-notes";

/** "web03 · process 4711 · from 203.0.113.7 · signed in 12 min ago" */
export function whereFrom(row: SessionRow<Session>, asOf: Date): string {
  const { server, session } = row;
  const parts = [server];
  if (session.kind === "terminal") parts.push(...terminalParts(session));
  if (session.kind === "ftp") parts.push(`process ${session.pid}`);
  if (session.kind !== "terminal") {
    parts.push(session.remoteAddress ? `from ${session.remoteAddress}` : "address not known");
  }
  const since = sinceWhen(row);
  const came =
    session.kind === "ftp" && session.status === "connecting" ? "connected" : "signed in";
  if (since) parts.push(`${came} ${formatElapsed(secondsBetween(since, asOf))} ago`);
  if (session.kind === "terminal") parts.push(...timesAsPrinted(session));
  return parts.join(" · ");
}

/** "session 2 (rdp-tcp#3)", "from LAPTOP, 203.0.113.7", "CORP\\anna" */
function terminalParts(session: TerminalSession): readonly string[] {
  const [client, account] = [clientOf(session), accountOf(session)];
  const id = showControls(String(session.id));
  return [
    `session ${id}${session.name ? ` (${showControls(session.name)})` : ""}`,
    ...(session.pid === null ? [] : [`process ${session.pid}`]),
    ...(client === undefined ? [] : [`from ${client}`]),
    ...(account === null ? [] : [showControls(account)]),
  ];
}

function timesAsPrinted(session: TerminalSession): readonly string[] {
  const { startedAt, logonText, idleSeconds } = session;
  const isPrinted = startedAt === null && logonText !== null;
  return [
    ...(isPrinted ? [`signed in ${showControls(logonText)} by its own clock`] : []),
    ...(idleSeconds !== null && idleSeconds >= 60 ? [`idle ${formatElapsed(idleSeconds)}`] : []),
  ];
}

/** What the person loses, as far as is known. */
export function whatIsLost(action: SessionAction, session: Session): string {
  switch (session.kind) {
    case "panel":
      return "Its pages close at once; what is typed but not saved there is lost.";
    case "ftp":
      return action === "forceRemove"
        ? `Its process is ended without any chance to tidy up. ${transferLost(session, "as it is")}`
        : transferLost(session, "incomplete");
    case "terminal":
      return terminalLost(action, session);
  }
}

/** Ending a session locks nobody out, and that is easily thought. */
export function mayComeBack(action: SessionAction, { user }: Session): string | null {
  const isRemoved = action === "remove" || action === "forceRemove";
  return isRemoved && user !== null ? `${showControls(user)} can sign in again.` : null;
}

function transferLost(session: FtpSession, left: "incomplete" | "as it is"): string {
  const file = session.fileName ? ` of ${showControls(session.fileName)}` : "";
  switch (session.status) {
    case "uploading":
      return `Upload${file}${soFar(session)} stops and stays ${left}.`;
    case "downloading":
      return `Download${file}${soFar(session)} stops.`;
    case "client-gone":
      return session.fileName
        ? `Its client is gone already. The transfer${file}${soFar(session)} stops.`
        : "Its client is gone already; the connection closes.";
    case "connecting":
    case "idle":
    case "listing":
    case "working":
      return "No file is under way; the connection closes.";
  }
}

function soFar({ progressPercent, bytesTransferred }: FtpSession): string {
  if (progressPercent !== null) return ` (${Math.floor(progressPercent)} % so far)`;
  return bytesTransferred === null ? "" : ` (${formatBytes(bytesTransferred)} so far)`;
}

function terminalLost(action: SessionAction, { user, pid }: TerminalSession): string {
  if (action === "sendMessage") return "The text appears on the screen. Nothing is ended.";
  if (action === "disconnect") {
    const back = user === null ? "" : `, and ${showControls(user)} can come back to them`;
    return `The screen closes. Programs keep running${back}.`;
  }
  const closed = "All programs in it are closed. Unsaved work is lost.";
  if (action !== "reset") return closed;
  return pid === null
    ? `The session is deleted at once. ${closed}`
    : `Its processes are ended at once, without a chance to tidy up. ${closed}`;
}
