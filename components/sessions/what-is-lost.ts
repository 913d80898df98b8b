import { secondsBetween } from "@/components/format/seconds-between";
import { showControls } from "@/components/format/show-controls";
import type { Words } from "@/components/words/words";
import type { FtpSession, Session, TerminalSession } from "@/lib/sessions/session";
import type { SessionAction } from "@/lib/sessions/session-action";
import type { SessionRow } from "./roll-view";
import { sinceWhen } from "./since-when";
import { accountOf, clientOf } from "./terminal-notes";

/** "web03 · process 4711 · from 203.0.113.7 · signed in 12 min ago" */
export function whereFrom(words: Words, row: SessionRow<Session>, asOf: Date): string {
  const { whereWords: said, formats } = words;
  const { server, session } = row;
  const parts = [server];
  if (session.kind === "terminal") parts.push(...terminalParts(words, session));
  if (session.kind === "ftp") parts.push(said.process(session.pid));
  if (session.kind !== "terminal") {
    parts.push(session.remoteAddress ? said.from(session.remoteAddress) : said.addressUnknown);
  }
  const since = sinceWhen(row);
  const isConnecting = session.kind === "ftp" && session.status === "connecting";
  const sayCame = isConnecting ? said.connected : said.signedIn;
  if (since) parts.push(sayCame(formats.formatElapsed(secondsBetween(since, asOf))));
  if (session.kind === "terminal") parts.push(...timesAsPrinted(words, session));
  return parts.join(" · ");
}

/** "session 2 (rdp-tcp#3)", "from LAPTOP, 203.0.113.7", "CORP\\anna" */
function terminalParts({ whereWords: said }: Words, session: TerminalSession): readonly string[] {
  const [client, account] = [clientOf(session), accountOf(session)];
  const id = showControls(String(session.id));
  return [
    session.name ? said.namedSession(id, showControls(session.name)) : said.session(id),
    ...(session.pid === null ? [] : [said.process(session.pid)]),
    ...(client === undefined ? [] : [said.from(client)]),
    ...(account === null ? [] : [showControls(account)]),
  ];
}

function timesAsPrinted(
  { whereWords: said, formats }: Words,
  { startedAt, logonText, idleSeconds }: TerminalSession,
): readonly string[] {
  const isPrinted = startedAt === null && logonText !== null;
  const isIdle = idleSeconds !== null && idleSeconds >= 60;
  return [
    ...(isPrinted ? [said.signedInAsPrinted(showControls(logonText))] : []),
    ...(isIdle ? [said.idle(formats.formatElapsed(idleSeconds))] : []),
  ];
}

/** What the person loses, as far as is known. */
export function whatIsLost(words: Words, action: SessionAction, session: Session): string {
  const { lossWords } = words;
  switch (session.kind) {
    case "panel":
      return lossWords.panel;
    case "ftp":
      return action === "forceRemove"
        ? `${lossWords.byForce} ${transferLost(words, session, lossWords.uploadKept)}`
        : transferLost(words, session, lossWords.uploadCut);
    case "terminal":
      return terminalLost(words, action, session);
  }
}

/** Ending a session locks nobody out, and that is easily thought. */
export function mayComeBack(
  { lossWords }: Words,
  action: SessionAction,
  { user }: Session,
): string | null {
  const isRemoved = action === "remove" || action === "forceRemove";
  return isRemoved && user !== null ? lossWords.mayComeBack(showControls(user)) : null;
}

function transferLost(
  words: Words,
  session: FtpSession,
  sayUpload: Words["lossWords"]["uploadCut"],
): string {
  const { lossWords } = words;
  const file = showControls(session.fileName ?? "");
  const soFar = soFarOf(words, session);
  switch (session.status) {
    case "uploading":
      return sayUpload(file, soFar);
    case "downloading":
      return lossWords.download(file, soFar);
    case "client-gone":
      return file === "" ? lossWords.clientGone : lossWords.leftTransfer(file, soFar);
    case "connecting":
    case "idle":
    case "listing":
      return lossWords.noTransfer;
    case "working":
      return lossWords.notTold;
  }
}

function soFarOf(
  { lossWords, formats }: Words,
  { progressPercent, bytesTransferred }: FtpSession,
): string {
  if (progressPercent !== null) {
    return lossWords.percentSoFar(formats.formatCount(Math.floor(progressPercent)));
  }
  return bytesTransferred === null
    ? ""
    : lossWords.bytesSoFar(formats.formatBytes(bytesTransferred));
}

function terminalLost(
  { lossWords }: Words,
  action: SessionAction,
  { user, pid }: TerminalSession,
): string {
  if (action === "sendMessage") return lossWords.message;
  if (action === "disconnect") {
    return user === null ? lossWords.disconnect : lossWords.disconnectOf(showControls(user));
  }
  if (action !== "reset") return lossWords.closed;
  return `${pid === null ? lossWords.deleted : lossWords.processesEnded} ${lossWords.closed}`;
}
