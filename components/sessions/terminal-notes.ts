import { secondsBetween } from "@/components/format/seconds-between";
import { showControls } from "@/components/format/show-controls";
import type { Words } from "@/components/words/words";
import type { TerminalSession } from "@/lib/sessions/session";
import type { SessionRow } from "./roll-view";

/** A state we have no word for is shown in the server's own. */
export function statusWord(
  { terminalStatusWords }: Words,
  { status, statusText }: TerminalSession,
): string {
  return status === "unknown" && statusText
    ? showControls(statusText)
    : terminalStatusWords[status];
}

/** The server's own word, where it says something else, and since when nothing was typed. */
export function statusNote(words: Words, session: TerminalSession): string | undefined {
  const own = showControls(session.statusText);
  const isOther = own !== "" && own.toLowerCase() !== statusWord(words, session).toLowerCase();
  return joinLines([
    isOther ? words.terminalNotes.ownWord(own) : undefined,
    idleLine(words, session),
  ]);
}

/** "Idle 12 min" */
function idleLine(
  { terminalNotes, formats }: Words,
  { idleSeconds, idleText }: TerminalSession,
): string | undefined {
  if (idleSeconds !== null) {
    return idleSeconds < 60
      ? terminalNotes.active
      : terminalNotes.idle(formats.formatElapsed(idleSeconds));
  }
  return idleText === null ? undefined : terminalNotes.idleText(showControls(idleText));
}

/** Its id, from where, and on Linux its process. */
export function nameNote(
  { terminalNotes }: Words,
  { session }: SessionRow<TerminalSession>,
): string | undefined {
  const from = clientOf(session);
  return joinLines([
    terminalNotes.id(showControls(String(session.id))),
    session.pid === null ? undefined : terminalNotes.process(session.pid),
    from && toFrom(terminalNotes, session, from),
  ]);
}

/** Windows repeats what the client told it; Linux knows whom it is connected to. */
function toFrom(
  terminalNotes: Words["terminalNotes"],
  { pid }: TerminalSession,
  from: string,
): string {
  return pid === null ? terminalNotes.fromAsTold(from) : terminalNotes.from(from);
}

/** "LAPTOP, 203.0.113.7" */
export function clientOf({ clientName, remoteAddress }: TerminalSession): string | undefined {
  const parts = [clientName, remoteAddress].filter((part) => part !== null);
  return parts.length === 0 ? undefined : parts.map(showControls).join(", ");
}

/** `CORP\anna`; null where no domain is known. */
export function accountOf({ domain, user }: TerminalSession): string | null {
  return domain === null || user === null ? null : `${domain}\\${user}`;
}

/** The account in full and the logon; where the moment itself is known, the hint adds it exactly. */
export function userNote(
  words: Words,
  row: SessionRow<TerminalSession>,
  asOf: Date,
): string | undefined {
  const account = accountOf(row.session);
  return joinLines([
    account === null ? undefined : showControls(account),
    logonLine(words, row, asOf),
  ]);
}

function logonLine(
  { terminalNotes, formats }: Words,
  { session }: SessionRow<TerminalSession>,
  asOf: Date,
): string | undefined {
  const { startedAt, logonText } = session;
  if (startedAt) {
    return terminalNotes.signedIn(formats.formatElapsed(secondsBetween(startedAt, asOf)));
  }
  return logonText === null ? undefined : terminalNotes.logonText(showControls(logonText));
}

function joinLines(lines: readonly (string | undefined)[]): string | undefined {
  const said = lines.filter((line) => line !== undefined);
  return said.length === 0 ? undefined : said.join("\n");
}
