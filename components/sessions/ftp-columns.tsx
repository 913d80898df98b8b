import type { ReactNode } from "react";
import { formatBytes } from "@/components/format/format-bytes";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { FtpSession } from "@/lib/sessions/session";
import { AddressCell, CutCell, IconWord, NameCell, PathCell } from "./cells";
import type { Column } from "./column";
import { detailWords } from "./detail-words";
import { ftpStatusLooks, ftpTypeIcons } from "./ftp-looks";
import { fileNote, hasLimit, locationNote, statusNote, virtualHostNote } from "./ftp-notes";
import { ProtocolMark } from "./protocol-mark";
import type { SessionRow } from "./roll-view";
import { columnWords, ftpNotes, ftpStatusWords, ftpTypeWords, unknownWords } from "./session-words";
import { addressColumn, idleColumn, logonColumn, userColumn } from "./shared-columns";

type FtpColumn = Column<FtpSession>;

const typeColumn: FtpColumn = {
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
  whyBlank: ({ session }) => whyNoUser(session) ?? unknownWords.noType,
};

const statusColumn: FtpColumn = {
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
      note={statusNote(session)}
    />
  ),
  whyBlank: () => unknownWords.notTold,
};

const loginColumn: FtpColumn = {
  ...userColumn(columnWords.ftpLogin, whyNotTold),
  widthRem: 7.75,
  cell: ({ session }) => session.user !== null && <NameCell name={session.user} longest={14} />,
};

const domainColumn: FtpColumn = {
  id: "domain",
  widthRem: 7,
  title: columnWords.domain,
  place: "rest",
  sortBy: ({ session }) => session.domain,
  filter: { valueOf: ({ session }) => session.domain },
  cell: ({ session }) =>
    session.domain !== null && (
      <CutCell text={session.domain} longest={14} note={virtualHostNote(session)} />
    ),
  whyBlank: ({ session }) =>
    whyNoUser(session) ??
    [unknownWords.noDomain, virtualHostNote(session)]
      .filter((line) => line !== undefined)
      .join("\n"),
};

const locationColumn: FtpColumn = {
  id: "location",
  widthRem: 7.5,
  title: columnWords.location,
  place: "rest",
  isWideOnly: true,
  sortBy: ({ session }) => session.location,
  cell: (row) =>
    row.session.location !== null && (
      <PathCell text={row.session.location} longest={14} note={locationNote(row)} />
    ),
  whyBlank: whyNotTold,
};

const fileColumn: FtpColumn = {
  id: "file",
  widthRem: 7.5,
  title: columnWords.file,
  place: "rest",
  sortBy: ({ session }) => session.fileName,
  cell: ({ session }) =>
    session.fileName !== null && (
      <PathCell text={session.fileName} longest={14} note={fileNote(session)} />
    ),
  whyBlank: whyNoTransfer,
};

const speedColumn: FtpColumn = {
  id: "speed",
  widthRem: 5,
  title: columnWords.speed,
  place: "rest",
  isNumber: true,
  sortBy: ({ session }) => session.bytesPerSecond,
  cell: ({ session }) =>
    session.bytesPerSecond !== null && `${formatBytes(session.bytesPerSecond)}/s`,
  whyBlank: whyNoTransfer,
};

const progressColumn: FtpColumn = {
  id: "progress",
  widthRem: 6.25,
  title: columnWords.progress,
  place: "rest",
  sortBy: ({ session }) => session.progressPercent ?? session.bytesTransferred,
  cell: ({ session }) => toProgress(session),
  whyBlank: whyNoTransfer,
};

const ftpAddressColumn: FtpColumn = {
  ...addressColumn,
  cell: ({ session }) =>
    session.remoteAddress !== null && (
      <>
        <AddressCell address={session.remoteAddress} />
        <ProtocolMark protocol={session.protocol} />
      </>
    ),
};

const ftpIdleColumn: FtpColumn = {
  ...idleColumn,
  whyBlank: ({ session }) => whyNoUser(session) ?? whyNotIdle(session),
};

export const ftpColumns: readonly FtpColumn[] = [
  typeColumn,
  statusColumn,
  loginColumn,
  domainColumn,
  locationColumn,
  fileColumn,
  speedColumn,
  progressColumn,
  ftpAddressColumn,
  logonColumn,
  ftpIdleColumn,
  textColumn("protocol", detailWords.protocol, 5, ({ protocol }) => protocol),
  textColumn("pid", detailWords.process, 5, ({ pid }) => String(pid)),
  textColumn("home", detailWords.home, 10, ({ home }) => home),
  textColumn("host", detailWords.virtualHost, 8, ({ virtualHost }) => virtualHost),
];

/** Not shown until it is chosen. */
function textColumn(
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
    whyBlank: whyNotTold,
  };
}

function toProgress({ progressPercent, bytesTransferred }: FtpSession): ReactNode {
  if (progressPercent !== null) {
    const note = bytesTransferred === null ? undefined : formatBytes(bytesTransferred);
    return (
      <span data-hint={note && ftpNotes.soFar(note)}>
        <ProgressBar percent={progressPercent} />
      </span>
    );
  }
  if (bytesTransferred === null) return null;
  return (
    <span className="text-muted-word" data-hint={unknownWords.noSize}>
      {formatBytes(bytesTransferred)}
    </span>
  );
}

function whyNoUser({ status }: FtpSession): string | null {
  return status === "connecting" ? unknownWords.notSignedIn : null;
}

function whyNotTold({ session, limits }: SessionRow<FtpSession>): string {
  const isMissing = hasLimit(limits, "no-titles") || hasLimit(limits, "no-process-details");
  return whyNoUser(session) ?? (isMissing ? unknownWords.missing : unknownWords.notTold);
}

function whyNotIdle({ status }: FtpSession): string {
  const isAtWork = status !== "idle" && status !== "client-gone";
  return isAtWork ? unknownWords.notIdle : unknownWords.notTold;
}

function whyNoTransfer({ session, limits }: SessionRow<FtpSession>): string {
  const { status, fileName } = session;
  if (status !== "uploading" && status !== "downloading" && fileName === null)
    return unknownWords.noTransfer;
  return hasLimit(limits, "no-sockets") ? unknownWords.missing : unknownWords.notTold;
}
