import type { TerminalSession } from "@/lib/sessions/session";
import { CutCell, IconWord, TextCell } from "./cells";
import type { Column } from "./column";
import { detailWords } from "./detail-words";
import type { SessionRow } from "./roll-view";
import { columnWords, terminalStatusWords, unknownWords } from "./session-words";
import { addressColumn, idleColumn, logonColumn, userColumn } from "./shared-columns";
import { lookOf } from "./terminal-looks";
import { accountOf, nameNote, statusNote, statusWord, userNote } from "./terminal-notes";

type TerminalColumn = Column<TerminalSession>;

const statusColumn: TerminalColumn = {
  id: "status",
  widthRem: 8,
  title: columnWords.status,
  place: "status",
  isState: true,
  sortBy: ({ session }) => statusWord(session),
  alsoFoundBy: ({ session }) => [session.statusText],
  filter: { valueOf: ({ session }) => session.status, words: terminalStatusWords },
  cell: ({ session }) => (
    <IconWord {...lookOf(session)} word={statusWord(session)} note={statusNote(session)} />
  ),
  whyBlank: () => unknownWords.notTold,
};

const nameColumn: TerminalColumn = {
  id: "name",
  widthRem: 12,
  title: columnWords.name,
  place: "rest",
  sortBy: ({ session }) => session.name,
  alsoFoundBy: ({ session }) => [session.clientName, session.remoteAddress],
  cell: (row) =>
    row.session.name !== null && (
      <CutCell text={row.session.name} longest={40} note={nameNote(row)} />
    ),
  whyBlank: (row) => [whyNoName(row), nameNote(row)].filter((line) => line).join("\n"),
};

const terminalUserColumn: TerminalColumn = {
  ...userColumn(columnWords.user, () => unknownWords.noUser),
  alsoFoundBy: ({ session }) => [accountOf(session)],
  cell: (row, asOf) =>
    row.session.user !== null && (
      <span className="font-medium">
        <CutCell
          text={row.session.user}
          longest={40}
          note={userNote(row, asOf)}
          at={row.session.startedAt}
        />
      </span>
    ),
};

const idColumn: TerminalColumn = {
  id: "id",
  title: detailWords.sessionId,
  place: "rest",
  widthRem: 5,
  isNumber: true,
  isOptional: true,
  sortBy: ({ session }) => session.id,
  cell: ({ session }) => <TextCell text={String(session.id)} />,
  whyBlank: () => unknownWords.notTold,
};

const clientColumn: TerminalColumn = {
  id: "client",
  title: columnWords.client,
  place: "rest",
  widthRem: 8,
  isOptional: true,
  sortBy: ({ session }) => session.clientName,
  cell: ({ session }) =>
    session.clientName !== null && <CutCell text={session.clientName} longest={18} />,
  whyBlank: () => unknownWords.notTold,
};

/** A time that Rollcall could not read is shown as the server wrote it. */
const terminalIdleColumn: TerminalColumn = {
  ...idleColumn,
  widthRem: 6,
  isOptional: true,
  cell: (row, asOf) => idleColumn.cell(row, asOf) || asPrinted(row.session.idleText),
};

const terminalLogonColumn: TerminalColumn = {
  ...logonColumn,
  widthRem: 8,
  isOptional: true,
  cell: (row, asOf) => logonColumn.cell(row, asOf) || asPrinted(row.session.logonText),
};

function asPrinted(text: string | null) {
  return text !== null && <TextCell text={text} />;
}

export const terminalColumns: readonly TerminalColumn[] = [
  statusColumn,
  nameColumn,
  terminalUserColumn,
  idColumn,
  terminalIdleColumn,
  terminalLogonColumn,
  clientColumn,
  { ...addressColumn, isOptional: true },
];

function whyNoName({ session }: SessionRow<TerminalSession>): string {
  if (session.status === "disconnected") return unknownWords.noName;
  return session.pid === null ? unknownWords.notTold : unknownWords.noTerminal;
}
