import { stringify } from "csv-stringify/browser/esm/sync";
import type { Session } from "@/lib/sessions/session";
import type { ShownRow } from "./roll-view";

type Rows = readonly ShownRow<Session>[];

/** What is known of each session, under the names that the API uses; unknown is null, or empty in CSV. */
export const toExport = {
  csv: (rows: Rows) =>
    stringify(rows.map(toRecord), {
      header: true,
      bom: true,
      // A spreadsheet would run what begins like a formula, and names are chosen by strangers.
      escape_formulas: true,
      record_delimiter: "windows",
      cast: { boolean: (value) => String(value), date: (value) => value.toISOString() },
    }),
  json: (rows: Rows) => `${JSON.stringify(rows.map(toRecord), null, 2)}\n`,
} as const;

export const mediaTypes = {
  csv: "text/csv;charset=utf-8",
  json: "application/json",
} as const;

function toRecord({ session, server, provider, answeredAt, staleSince, endedAtMs }: Rows[number]) {
  return {
    server,
    provider,
    ...fieldsOf(session),
    // As of this moment: its seconds are counted to here.
    toldAt: answeredAt,
    state: endedAtMs !== null ? "ended" : staleSince ? "stale" : "answered",
  };
}

/** Without what is Rollcall's own. */
function fieldsOf(session: Session) {
  const { ref, kind, ...fields } = session;
  if (!("actions" in fields)) return fields;
  const { actions, ...others } = fields;
  return others;
}
