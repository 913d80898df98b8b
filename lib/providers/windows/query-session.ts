import type { TerminalStatus } from "@/lib/sessions/session";
import { SourceError } from "@/lib/sessions/source-error";
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
export function parseSessionTable(text: string): readonly SessionRow[] {
  return parseTable(text, idOffset).map((row) => {
    const [type = null, device = null, ...more] = row.rest.split(/\s+/).filter(Boolean);
    if (more.length > 0) {
      throw new SourceError("unreadable", `session ${row.id} has more columns than are known`);
    }
    const { id, statusText, isCurrent } = row;
    const names = { sessionName: row.firstName, userName: row.secondName };
    const status = toStatus(statusText, { id, ...names });
    return { ...names, id, status, statusText, type, device, isCurrent };
  });
}
