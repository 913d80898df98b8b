import { reason } from "@/lib/sessions/reason";
import type { TerminalStatus } from "@/lib/sessions/session";
import { SourceError } from "@/lib/sessions/source-error";
import { type CellWidth, displayWidth } from "./display-cells";
import { toStatus } from "./state-words";
import { parseTable } from "./table-layout";

export interface UserRow {
  readonly userName: string;
  readonly sessionName: string | null;
  readonly id: number;
  readonly status: TerminalStatus;
  readonly statusText: string;
  /** As printed: `3:11`, `1+02:03`, `.`, or the word for "none". */
  readonly idleText: string | null;
  readonly idleMinutes: number | null;
  /** In the date format of the server's own user, without a zone. */
  readonly logonText: string | null;
  readonly isCurrent: boolean;
}

const idOffset = 20;
const minutesIn20Years = 20 * 366 * 24 * 60;

/** Reads what `query user` prints, in any language. Throws `unreadable` when a row is in doubt. */
export function parseUserTable(
  text: string,
  widthOf: CellWidth = displayWidth,
): readonly UserRow[] {
  return parseTable(text, idOffset, widthOf).map((row) => {
    const { id, statusText, isCurrent } = row;
    if (row.firstName === null) {
      throw new SourceError("unreadable", reason("noUserOf", { id }));
    }
    const names = { userName: row.firstName, sessionName: row.secondName };
    const status = toStatus(statusText, { id, ...names });
    return { ...names, id, status, statusText, isCurrent, ...parseTimes(row.rest) };
  });
}

type Times = Pick<UserRow, "idleText" | "idleMinutes" | "logonText">;

const idlePattern = /^(?:\.|(?:(?:(\d+)\+)?(\d+):)?(\d+))(?= |$)/;

/**
 * The word for "none", translated and not padded: two blanks end it, or one before the digits of the
 * logon time, as in Russian.
 */
const nonePattern = /^(?:[^\d ]+(?: [^\d ]+)*(?= {2}|$)|[^\d ]+(?= \d))/;

function parseTimes(rest: string): Times {
  if (rest === "") return { idleText: null, idleMinutes: null, logonText: null };
  const idle = idlePattern.exec(rest);
  const [idleText] = idle ?? nonePattern.exec(rest) ?? [];
  if (idleText === undefined) {
    throw new SourceError("unreadable", reason("idleTimeUnreadable"));
  }
  let logonStart = idleText.length;
  while (rest[logonStart] === " ") logonStart += 1;
  return {
    idleText,
    idleMinutes: idle && toMinutes(idle),
    logonText: rest.slice(logonStart) || null,
  };
}

/** Null over 20 years: Windows prints `24692+13:29` where it does not know. */
function toMinutes([, days, hours, minutes]: RegExpExecArray): number | null {
  const total = (Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0);
  return total > minutesIn20Years ? null : total;
}
