import { formatBytes } from "@/components/format/format-bytes";
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
import { detailWords } from "./detail-words";
import { ftpColumns } from "./ftp-columns";
import { ftpTypeIcons } from "./ftp-looks";
import { hasLimit } from "./ftp-notes";
import type { SessionRow } from "./roll-view";
import { columnWords, ftpNotes, ftpTypeWords, unknownWords } from "./session-words";
import { stateLook } from "./state-look";

type FtpRow = SessionRow<FtpSession>;

export function ftpFields(row: FtpRow, asOf: Date): readonly DetailField[] {
  const { protocol, remoteAddress, pid } = row.session;
  const address = toText(remoteAddress, copiedCode);
  return [
    ...whoFields(row),
    ...placeFields(row),
    ...transferFields(row),
    { label: detailWords.protocol, value: toText(protocol), why: unknownWords.notTold },
    { label: columnWords.address, value: address, why: whyBlank(ftpColumns, "address", row) },
    { label: detailWords.process, value: toText(String(pid), copiedCode) },
    { ...sinceField(row, asOf), why: whyBlank(ftpColumns, "logon", row) },
    { ...idleField(row), why: whyBlank(ftpColumns, "idle", row) },
    ...serverFields(row),
  ];
}

function whoFields(row: FtpRow): readonly DetailField[] {
  const { session } = row;
  const { type, status, command, user, domain } = session;
  const look = type && {
    icon: ftpTypeIcons[type],
    word: ftpTypeWords[type],
    tone: "calm" as const,
  };
  const why = (id: string) => whyBlank(ftpColumns, id, row);
  return [
    { label: columnWords.type, value: look && { form: "look", ...look }, why: why("type") },
    {
      label: columnWords.status,
      value: { form: "look", ...stateLook(session) },
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

function placeFields(row: FtpRow): readonly DetailField[] {
  const { virtualHost, home, location, clientLocation } = row.session;
  const why = whyBlank(ftpColumns, "location", row);
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

function transferFields(row: FtpRow): readonly DetailField[] {
  const { fileName, filePath, bytesTransferred, bytesPerSecond, progressPercent } = row.session;
  const bytes = bytesTransferred === null ? null : formatBytes(bytesTransferred);
  const speed = bytesPerSecond === null ? null : `${formatBytes(bytesPerSecond)}/s`;
  const why = whyBlank(ftpColumns, "file", row);
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
