import type { Words } from "@/components/words/words";
import type { FtpSession } from "@/lib/sessions/session";
import {
  copied,
  copiedCode,
  type DetailField,
  idleField,
  serverFields,
  sinceField,
  toText,
  whyBlank,
} from "./detail-field";
import { toFtpColumns } from "./ftp-columns";
import { ftpTypeIcons } from "./ftp-looks";
import { hasLimit } from "./ftp-notes";
import type { SessionRow } from "./roll-view";
import { stateLook } from "./state-look";

type FtpRow = SessionRow<FtpSession>;

export function ftpFields(words: Words, row: FtpRow, asOf: Date): readonly DetailField[] {
  const { columnWords, detailWords, unknownWords } = words;
  const columns = toFtpColumns(words);
  const why: Why = (id) => whyBlank(columns, id, row);
  const { protocol, remoteAddress, pid } = row.session;
  const address = toText(remoteAddress, copiedCode);
  return [
    ...whoFields(words, row, why),
    ...placeFields(words, row, why("location")),
    ...transferFields(words, row, why("file")),
    { label: detailWords.protocol, value: toText(protocol), why: unknownWords.notTold },
    { label: columnWords.address, value: address, why: why("address") },
    { label: detailWords.process, value: toText(String(pid), copiedCode) },
    { ...sinceField(words, row, asOf), why: why("logon") },
    { ...idleField(words, row), why: why("idle") },
    ...serverFields(words, row),
  ];
}

/** Why the table has a blank in a column. */
type Why = (columnId: string) => string | undefined;

function whoFields(words: Words, row: FtpRow, why: Why): readonly DetailField[] {
  const { columnWords, detailWords, ftpNotes, ftpTypeWords, unknownWords } = words;
  const { session } = row;
  const { type, status, command, user, domain } = session;
  const look = type && {
    icon: ftpTypeIcons[type],
    word: ftpTypeWords[type],
    tone: "calm" as const,
  };
  return [
    { label: columnWords.type, value: look && { form: "look", ...look }, why: why("type") },
    {
      label: columnWords.status,
      value: { form: "look", ...stateLook(words, session) },
      note: status === "client-gone" ? ftpNotes.clientGone : undefined,
    },
    {
      label: detailWords.command,
      value: toText(command, { isCode: true }),
      why: status === "idle" ? detailWords.noCommand : unknownWords.notTold,
    },
    { label: columnWords.ftpLogin, value: toText(user, copied), why: why("user") },
    { label: columnWords.domain, value: toText(domain), why: why("domain") },
  ];
}

function placeFields(
  { columnWords, detailWords, ftpNotes, unknownWords }: Words,
  row: FtpRow,
  why: string | undefined,
): readonly DetailField[] {
  const { virtualHost, home, location, clientLocation } = row.session;
  const isClientView = location === clientLocation && hasLimit(row.limits, "no-process-details");
  return [
    { label: detailWords.virtualHost, value: toText(virtualHost), why: unknownWords.notTold },
    { label: detailWords.home, value: toText(home, copiedCode), why },
    {
      label: columnWords.location,
      value: toText(location, copiedCode),
      why,
      note: location !== null && isClientView ? ftpNotes.clientViewOnly : undefined,
    },
    { label: detailWords.clientLocation, value: toText(clientLocation, copiedCode), why },
  ];
}

function transferFields(
  { columnWords, detailWords, unknownWords, formats }: Words,
  row: FtpRow,
  why: string | undefined,
): readonly DetailField[] {
  const { fileName, filePath, bytesTransferred, bytesPerSecond, progressPercent } = row.session;
  const bytes = bytesTransferred === null ? null : formats.formatBytes(bytesTransferred);
  const speed = bytesPerSecond === null ? null : `${formats.formatBytes(bytesPerSecond)}/s`;
  return [
    { label: columnWords.file, value: toText(fileName, copiedCode), why },
    { label: detailWords.filePath, value: toText(filePath, copiedCode), why },
    { label: detailWords.transferred, value: toText(bytes), why },
    { label: columnWords.speed, value: toText(speed), why },
    {
      label: columnWords.progress,
      value: progressPercent === null ? null : { form: "progress", percent: progressPercent },
      why: bytes === null ? why : unknownWords.noSize,
    },
  ];
}
