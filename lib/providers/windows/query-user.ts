import type { TerminalStatus } from "@/lib/sessions/session";
import { SourceError } from "@/lib/sessions/source-error";
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
export function parseUserTable(text: string): readonly UserRow[] {
  return parseTable(text, idOffset).map((row) => {
    const { id, statusText, isCurrent } = row;
    if (row.firstName === null) {
      throw new SourceError("unreadable", `session ${id} of query user has no user`);
    }
    const names = { userName: row.firstName, sessionName: row.secondName };
    const status = toStatus(statusText, { id, ...names });
    return { ...names, id, status, statusText, isCurrent, ...parseTimes(row.rest) };
  });
}

/** The word for "none" is whatever stands before the first digit: it is translated and not padded. */
const timesPattern =
  /^(?:(?<idle>\.|(?:(?:(?<days>\d+)\+)?(?<hours>\d+):)?(?<minutes>\d+))(?!\S)|(?<none>\D+?(?=\s\d|$)))\s*(?<logon>.*)$/su;

function parseTimes(rest: string): Pick<UserRow, "idleText" | "idleMinutes" | "logonText"> {
  if (rest === "") return { idleText: null, idleMinutes: null, logonText: null };
  const times = timesPattern.exec(rest)?.groups;
  if (!times) throw new SourceError("unreadable", "the idle time of query user cannot be read");
  const { idle, none, logon } = times;
  return {
    idleText: idle ?? none?.trim() ?? null,
    idleMinutes: idle === undefined ? null : toMinutes(times),
    logonText: logon || null,
  };
}

/** Null over 20 years: Windows prints `24692+13:29` where it does not know. */
function toMinutes(times: Readonly<Record<string, string | undefined>>): number | null {
  const { days = 0, hours = 0, minutes = 0 } = times;
  const total = (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
  return total > minutesIn20Years ? null : total;
}
