import type { TerminalSession } from "@/lib/sessions/session";
import { CutCell, IconWord } from "./cells";
import type { Column } from "./column";
import type { SessionRow } from "./roll-view";
import { columnWords, unknownWords } from "./session-words";
import { userColumn } from "./shared-columns";
import { lookOf } from "./terminal-looks";
import { accountOf, nameNote, statusNote, statusWord, userNote } from "./terminal-notes";

type TerminalColumn = Column<TerminalSession>;

const statusColumn: TerminalColumn = {
  id: "status",
  title: columnWords.status,
  place: "status",
  isState: true,
  sortBy: ({ session }) => statusWord(session),
  alsoFoundBy: ({ session }) => [session.statusText],
  cell: ({ session }) => (
    <IconWord {...lookOf(session)} word={statusWord(session)} note={statusNote(session)} />
  ),
  whyBlank: () => unknownWords.notTold,
};

const nameColumn: TerminalColumn = {
  id: "name",
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

export const terminalColumns: readonly TerminalColumn[] = [
  statusColumn,
  nameColumn,
  terminalUserColumn,
];

function whyNoName({ session }: SessionRow<TerminalSession>): string {
  if (session.status === "disconnected") return unknownWords.noName;
  return session.pid === null ? unknownWords.notTold : unknownWords.noTerminal;
}
