import type { ReactNode } from "react";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Words } from "@/components/words/words";
import type { FtpSession } from "@/lib/sessions/session";
import { AddressCell, CutCell, IconWord, NameCell, PathCell } from "./cells";
import type { Column } from "./column";
import { ftpStatusLooks, ftpTypeIcons } from "./ftp-looks";
import { fileNote, locationNote, statusNote, virtualHostNote } from "./ftp-notes";
import { ProtocolMark } from "./protocol-mark";
import { toSharedColumns, toUserColumn } from "./shared-columns";
import { whyNoTransfer, whyNotIdle, whyNotTold, whyNoUser } from "./why-blank-ftp";

type FtpColumn = Column<FtpSession>;

export function toFtpColumns(words: Words): readonly FtpColumn[] {
  const { detailWords } = words;
  return [
    toTypeColumn(words),
    toStatusColumn(words),
    toLoginColumn(words),
    toDomainColumn(words),
    toLocationColumn(words),
    ...toTransferColumns(words),
    ...toConnectionColumns(words),
    toTextColumn(words, "protocol", detailWords.protocol, 5, ({ protocol }) => protocol),
    toTextColumn(words, "pid", detailWords.process, 5, ({ pid }) => String(pid)),
    toTextColumn(words, "home", detailWords.home, 10, ({ home }) => home),
    toTextColumn(words, "host", detailWords.virtualHost, 8, ({ virtualHost }) => virtualHost),
  ];
}

function toTypeColumn({ columnWords, ftpTypeWords, unknownWords }: Words): FtpColumn {
  return {
    id: "type",
    widthRem: 3.25,
    title: columnWords.type,
    place: "rest",
    isWideOnly: true,
    sortBy: ({ session }) => session.type && ftpTypeWords[session.type],
    filter: { valueOf: ({ session }) => session.type, words: ftpTypeWords },
    cell: ({ session }) =>
      session.type && (
        <IconWord icon={ftpTypeIcons[session.type]} word={ftpTypeWords[session.type]} isBrief />
      ),
    whyBlank: ({ session }) => whyNoUser(unknownWords, session) ?? unknownWords.noType,
  };
}

function toStatusColumn(words: Words): FtpColumn {
  const { columnWords, ftpStatusWords, unknownWords } = words;
  return {
    id: "status",
    widthRem: 7.25,
    title: columnWords.status,
    place: "status",
    isState: true,
    sortBy: ({ session }) => ftpStatusWords[session.status],
    filter: { valueOf: ({ session }) => session.status, words: ftpStatusWords },
    cell: ({ session }) => (
      <IconWord
        {...ftpStatusLooks[session.status]}
        word={ftpStatusWords[session.status]}
        note={statusNote(words, session)}
      />
    ),
    whyBlank: () => unknownWords.notTold,
  };
}

function toLoginColumn({ columnWords, unknownWords }: Words): FtpColumn {
  return {
    ...toUserColumn<FtpSession>(columnWords.ftpLogin, (row) => whyNotTold(unknownWords, row)),
    widthRem: 7.75,
    cell: ({ session }) => session.user !== null && <NameCell name={session.user} longest={14} />,
  };
}

function toDomainColumn(words: Words): FtpColumn {
  const { columnWords, unknownWords } = words;
  return {
    id: "domain",
    widthRem: 7.5,
    title: columnWords.domain,
    place: "rest",
    sortBy: ({ session }) => session.domain,
    filter: { valueOf: ({ session }) => session.domain },
    cell: ({ session }) =>
      session.domain !== null && (
        <CutCell text={session.domain} longest={14} note={virtualHostNote(words, session)} />
      ),
    whyBlank: ({ session }) =>
      whyNoUser(unknownWords, session) ??
      [unknownWords.noDomain, virtualHostNote(words, session)]
        .filter((line) => line !== undefined)
        .join("\n"),
  };
}

function toLocationColumn(words: Words): FtpColumn {
  return {
    id: "location",
    widthRem: 7,
    title: words.columnWords.location,
    place: "rest",
    isWideOnly: true,
    sortBy: ({ session }) => session.location,
    cell: (row) =>
      row.session.location !== null && (
        <PathCell text={row.session.location} longest={13} note={locationNote(words, row)} />
      ),
    whyBlank: (row) => whyNotTold(words.unknownWords, row),
  };
}

function toTransferColumns(words: Words): readonly FtpColumn[] {
  const { columnWords, formats } = words;
  const whyBlank: FtpColumn["whyBlank"] = (row) => whyNoTransfer(words.unknownWords, row);
  return [
    {
      id: "file",
      widthRem: 6.75,
      title: columnWords.file,
      place: "rest",
      sortBy: ({ session }) => session.fileName,
      cell: ({ session }) =>
        session.fileName !== null && (
          <PathCell text={session.fileName} longest={13} note={fileNote(session)} />
        ),
      whyBlank,
    },
    {
      id: "speed",
      widthRem: 5,
      title: columnWords.speed,
      place: "rest",
      isNumber: true,
      sortBy: ({ session }) => session.bytesPerSecond,
      cell: ({ session }) =>
        session.bytesPerSecond !== null && `${formats.formatBytes(session.bytesPerSecond)}/s`,
      whyBlank,
    },
    {
      id: "progress",
      widthRem: 6,
      title: columnWords.progress,
      place: "rest",
      sortBy: ({ session }) => session.progressPercent ?? session.bytesTransferred,
      cell: ({ session }) => toProgress(words, session),
      whyBlank,
    },
  ];
}

function toConnectionColumns(words: Words): readonly FtpColumn[] {
  const { address, logon, idle } = toSharedColumns(words);
  return [
    {
      ...address,
      widthRem: 8.75,
      cell: ({ session }) =>
        session.remoteAddress !== null && (
          <>
            <AddressCell address={session.remoteAddress} longest={15} />
            <ProtocolMark protocol={session.protocol} />
          </>
        ),
    },
    logon,
    { ...idle, whyBlank: ({ session }) => whyNotIdle(words.unknownWords, session) },
  ];
}

/** Not shown until it is chosen. */
function toTextColumn(
  { unknownWords }: Words,
  id: string,
  title: string,
  widthRem: number,
  textOf: (session: FtpSession) => string | null,
): FtpColumn {
  return {
    id,
    title,
    widthRem,
    place: "rest",
    isOptional: true,
    sortBy: ({ session }) => textOf(session),
    cell({ session }) {
      const text = textOf(session);
      return text !== null && <CutCell text={text} longest={Math.floor(2 * widthRem)} />;
    },
    whyBlank: (row) => whyNotTold(unknownWords, row),
  };
}

function toProgress(
  { ftpNotes, unknownWords, formats }: Words,
  { progressPercent, bytesTransferred }: FtpSession,
): ReactNode {
  const bytes = bytesTransferred === null ? undefined : formats.formatBytes(bytesTransferred);
  if (progressPercent !== null) {
    return (
      <span data-hint={bytes && ftpNotes.soFar(bytes)}>
        <ProgressBar percent={progressPercent} />
      </span>
    );
  }
  if (bytes === undefined) return null;
  return (
    <span className="text-muted-word" data-hint={unknownWords.noSize}>
      {bytes}
    </span>
  );
}
