import { reason } from "@/lib/sessions/reason";
import type { TerminalStatus } from "@/lib/sessions/session";
import { SourceError } from "@/lib/sessions/source-error";
import { type CellWidth, displayWidth } from "./display-cells";
import { toStatus } from "./state-words";
import { parseTable } from "./table-layout";

export interface SessionRow {
  readonly sessionName: string | null;
  readonly userName: string | null;
  readonly id: number;
  readonly status: TerminalStatus;
  readonly statusText: string;
  readonly type: string | null;
  readonly device: string | null;
  readonly isCurrent: boolean;
}

const idOffset = 26;

/** Reads what `query session` prints, in any language. Throws `unreadable` when a row is in doubt. */
export function parseSessionTable(
  text: string,
  widthOf: CellWidth = displayWidth,
): readonly SessionRow[] {
  return parseTable(text, idOffset, widthOf).map((row) => {
    const { id, statusText, isCurrent, rest } = row;
    const [type = null, device = null, ...more] = rest === "" ? [] : rest.split(/ +/);
    // A number here is the ID, moved by a name that is too long for its column.
    if (more.length > 0 || isNumber(type) || isNumber(device)) {
      throw new SourceError("unreadable", reason("moreColumns", { id }));
    }
    const names = { sessionName: row.firstName, userName: row.secondName };
    const status = toStatus(statusText, { id, ...names });
    return { ...names, id, status, statusText, type, device, isCurrent };
  });
}

function isNumber(word: string | null): boolean {
  return word !== null && /^\d+$/.test(word);
}
