import { renderToStaticMarkup } from "react-dom/server";
import { toFtpColumns } from "@/components/sessions/ftp-columns";
import { createRollStore } from "@/components/sessions/roll-store";
import { SessionTableRow } from "@/components/sessions/session-table-row";
import { toServerColumn } from "@/components/sessions/shared-columns";
import { english } from "@/components/words/en";
import { EnglishWords } from "@/components/words/english-words";
import type { FtpSession, Session } from "@/lib/sessions/session";
import { toldAt } from "@/tests/support/shown-rows";
import { toGridRoll } from "./grid-rows";

const columns = [
  ...toFtpColumns(english).filter(({ isOptional }) => !isOptional),
  toServerColumn(english),
];
const ignore = () => undefined;

/** The same cells as the screen's, of all rows. */
export function writeStaticTable(count: number): string {
  const first = toGridRoll(count);
  const { rows } = createRollStore({ first, isKind: isFtp, ownSessionId: null }).get();
  const asOf = new Date(toldAt);
  return renderToStaticMarkup(
    <EnglishWords>
      <table className="sessions">
        <colgroup>
          <col style={{ width: "2.75rem" }} />
          {columns.map(({ id, widthRem }) => (
            <col key={id} style={{ width: `${widthRem}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th>{}</th>
            {columns.map(({ id, title }) => (
              <th key={id}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <SessionTableRow
              key={row.key}
              {...{ row, place, columns, asOf }}
              isSelected={false}
              isActive={false}
              isOpened={false}
              outcome={undefined}
              onToggle={ignore}
              onActive={ignore}
              onForce={null}
              measure={null}
            />
          ))}
        </tbody>
      </table>
    </EnglishWords>,
  );
}

function isFtp(session: Session): session is FtpSession {
  return session.kind === "ftp";
}
