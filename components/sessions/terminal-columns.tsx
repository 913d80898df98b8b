import type { Words } from "@/components/words/words";
import type { TerminalSession } from "@/lib/sessions/session";
import { CutCell, IconWord, TextCell } from "./cells";
import type { Column } from "./column";
import type { SessionRow } from "./roll-view";
import { toSharedColumns, toUserColumn } from "./shared-columns";
import { lookOf } from "./terminal-looks";
import { accountOf, nameNote, statusNote, statusWord, userNote } from "./terminal-notes";

type TerminalColumn = Column<TerminalSession>;

export function toTerminalColumns(words: Words): readonly TerminalColumn[] {
  const { address, idle, logon } = toSharedColumns(words);
  return [
    toStatusColumn(words),
    toNameColumn(words),
    toTerminalUserColumn(words),
    toIdColumn(words),
    {
      ...idle,
      widthRem: 6,
      isOptional: true,
      cell: (row, asOf) => idle.cell(row, asOf) || asPrinted(row.session.idleText),
    },
    {
      ...logon,
      widthRem: 8,
      isOptional: true,
      cell: (row, asOf) => logon.cell(row, asOf) || asPrinted(row.session.logonText),
    },
    toClientColumn(words),
    { ...address, isOptional: true },
  ];
}

function toStatusColumn(words: Words): TerminalColumn {
  const { columnWords, terminalStatusWords, unknownWords } = words;
  return {
    id: "status",
    widthRem: 8,
    title: columnWords.status,
    place: "status",
    isState: true,
    sortBy: ({ session }) => statusWord(words, session),
    alsoFoundBy: ({ session }) => [session.statusText],
    filter: { valueOf: ({ session }) => session.status, words: terminalStatusWords },
    cell: ({ session }) => (
      <IconWord
        {...lookOf(session)}
        word={statusWord(words, session)}
        note={statusNote(words, session)}
      />
    ),
    whyBlank: () => unknownWords.notTold,
  };
}

function toNameColumn(words: Words): TerminalColumn {
  return {
    id: "name",
    widthRem: 12,
    title: words.columnWords.name,
    place: "rest",
    sortBy: ({ session }) => session.name,
    alsoFoundBy: ({ session }) => [session.clientName, session.remoteAddress],
    cell: (row) =>
      row.session.name !== null && (
        <CutCell text={row.session.name} longest={40} note={nameNote(words, row)} />
      ),
    whyBlank: (row) =>
      [whyNoName(words, row), nameNote(words, row)].filter((line) => line).join("\n"),
  };
}

function toTerminalUserColumn(words: Words): TerminalColumn {
  return {
    ...toUserColumn<TerminalSession>(words.columnWords.user, () => words.unknownWords.noUser),
    alsoFoundBy: ({ session }) => [accountOf(session)],
    cell: (row, asOf) =>
      row.session.user !== null && (
        <span className="font-medium">
          <CutCell
            text={row.session.user}
            longest={40}
            note={userNote(words, row, asOf)}
            at={row.session.startedAt}
          />
        </span>
      ),
  };
}

function toIdColumn({ detailWords, unknownWords }: Words): TerminalColumn {
  return {
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
}

function toClientColumn({ columnWords, unknownWords }: Words): TerminalColumn {
  return {
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
}

/** A time that Rollcall could not read is shown as the server wrote it. */
function asPrinted(text: string | null) {
  return text !== null && <TextCell text={text} />;
}

function whyNoName({ unknownWords }: Words, { session }: SessionRow<TerminalSession>): string {
  if (session.status === "disconnected") return unknownWords.noName;
  return session.pid === null ? unknownWords.notTold : unknownWords.noTerminal;
}
