import { formatBytes } from "@/components/format/format-bytes";
import { formatElapsed, secondsBetween } from "@/components/format/format-elapsed";
import { showControls } from "@/components/format/show-controls";
import type { FtpSession, Session, TerminalSession } from "@/lib/sessions/session";
import type { SessionAction } from "@/lib/sessions/session-action";
import type { SessionRow } from "./roll-view";
import { sinceWhen } from "./since-when";

/** "web03 · process 4711 · from 203.0.113.7 · signed in 12 min ago" */
export function whereFrom(row: SessionRow<Session>, asOf: Date): string {
  const { server, session } = row;
  const parts = [server];
  if (session.kind === "terminal") {
    parts.push(`session ${session.id}${session.name ? ` (${showControls(session.name)})` : ""}`);
  }
  if (session.kind === "ftp") parts.push(`process ${session.pid}`);
  if (session.remoteAddress) parts.push(`from ${session.remoteAddress}`);
  else if (session.kind !== "terminal") parts.push("address not known");
  const since = sinceWhen(row);
  const came =
    session.kind === "ftp" && session.status === "connecting" ? "connected" : "signed in";
  if (since) parts.push(`${came} ${formatElapsed(secondsBetween(since, asOf))} ago`);
  return parts.join(" · ");
}

/** What the person loses, as far as is known. */
export function whatIsLost(action: SessionAction, session: Session): string {
  const who = session.user === null ? null : showControls(session.user);
  switch (session.kind) {
    case "panel":
      return "It ends with its next click; what is typed but not saved there is lost.";
    case "ftp":
      return action === "forceRemove"
        ? `Its process is ended without any chance to tidy up. ${transferLost(session, "as it is")}`
        : transferLost(session, "incomplete");
    case "terminal":
      return terminalLost(action, session, who);
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

function terminalLost(action: SessionAction, session: TerminalSession, who: string | null): string {
  if (action === "sendMessage") return "The text appears on the screen. Nothing is ended.";
  if (action === "disconnect") return leftRunning(session, who);
  const closed = allClosed(who);
  return action === "reset" ? `The session is deleted at once. ${closed}` : closed;
}

function leftRunning({ status }: TerminalSession, who: string | null): string {
  if (status === "disconnected") return "It is disconnected already.";
  const back = who ? `, and ${who} can come back to them` : "";
  return `The screen closes. Programs keep running${back}.`;
}

function allClosed(who: string | null): string {
  return `All programs ${who ? `of ${who}` : "in it"} are closed. Unsaved work is lost.`;
}
