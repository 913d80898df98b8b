import { findOpenFile, toShown } from "@/lib/providers/ftp/find-file";
import type { FtpProcess, Transfer } from "@/lib/providers/ftp/ftp-process";
import type { OpenFile } from "@/lib/providers/ftp/process-details";
import type { Known } from "@/lib/providers/ftp/remembered-details";
import { clientOf } from "@/lib/providers/ftp/sockets";
import { type Completion, isTransfer } from "@/lib/providers/ftp/to-ftp-sessions";
import type { FtpStatus } from "@/lib/sessions/session";
import { findOffset, type Reading } from "./restart-offset";

/** Adds what the kernel tells beyond the titles: who does what without them, whole names, how much of a file. */
export function createCompletion(): Completion {
  let readings = new Map<string, Reading>();
  return (found) => {
    const renewed = new Map<string, Reading>();
    const completed = found.map(({ process: said, known }) => {
      const process = hasTitle(said) ? said : withoutTitle(said, known);
      if (!isTransfer(process.status)) return { process, known };
      const file = findOpenFile(process, known);
      const name = JSON.stringify([process.pid, process.startTicks, known.data?.name]);
      const reading = toReading(file, known, readings.get(name));
      if (reading) renewed.set(name, reading);
      const transfer = toTransfer(process.status, { file, known, reading });
      return { process: { ...process, fileName: toWholeName(process, file), transfer }, known };
    });
    readings = renewed;
    return completed;
  };
}

function hasTitle({ remoteAddress }: FtpProcess): boolean {
  return remoteAddress !== null;
}

function withoutTitle(process: FtpProcess, known: Known): FtpProcess {
  const remoteAddress = known.control ? clientOf(known.control) : null;
  return { ...process, remoteAddress, status: toStatus(process, known) };
}

function toStatus(process: FtpProcess, known: Known): FtpStatus {
  if (process.status === "connecting") return process.status;
  const { control, data, details } = known;
  if (data && findOpenFile(process, known)) {
    return data.bytesReceived > data.bytesAcked ? "uploading" : "downloading";
  }
  if (data) return details ? "listing" : "working";
  return control ? "idle" : "working";
}

function toReading(
  file: OpenFile | undefined,
  { data }: Known,
  before: Reading | undefined,
): Reading | undefined {
  if (file?.position === undefined || !data) return undefined;
  const now = { position: file.position, sent: data.bytesAcked + data.bytesWaiting };
  return { ...now, offset: findOffset(now, before) };
}

interface FoundTransfer {
  readonly file: OpenFile | undefined;
  readonly known: Known;
  readonly reading: Reading | undefined;
}

function toTransfer(status: FtpStatus, { file, known, reading }: FoundTransfer): Transfer {
  if (status === "downloading") {
    const isKnown = file?.size !== undefined && reading?.offset !== undefined;
    return { bytes: null, size: isKnown ? Math.max(0, file.size - reading.offset) : null };
  }
  // The position counts what was there before (APPE, REST), the connection what TLS adds.
  const isCounted = file?.position !== undefined && known.data;
  const bytes = isCounted ? Math.min(file.position, known.data.bytesReceived) : null;
  return { bytes, size: null };
}

/** The least room for a title that was seen, less a little. */
const shortestRoom = 60;

/** A title shows a name without its other letters, cut where there was no room; of STOU it shows none. */
function toWholeName(process: FtpProcess, file: OpenFile | undefined): string | null {
  const { fileName, command, userBytes } = process;
  const path = file?.path.replace(/ \(deleted\)$/, "").split("/") ?? [];
  const whole = path.at(-1);
  if (whole === undefined || fileName === null) return whole ?? fileName;
  const [shown = ""] = fileName.split("/").slice(-1);
  const mayBeCut = userBytes.length + ` ${command} ${fileName}`.length >= shortestRoom;
  const isOfFile = mayBeCut
    ? shown !== "" && toShown(whole).startsWith(toShown(shown))
    : toShown(whole).trimEnd() === toShown(shown);
  return isOfFile ? [...toWholeFolders(fileName, path), whole].join("/") : fileName;
}

/** Those the client named, with their other letters where the file's own path has them. */
function toWholeFolders(fileName: string, path: readonly string[]): readonly string[] {
  const named = fileName.split("/").slice(0, -1);
  return named.map((folder, index) => {
    const real = path.at(index - named.length - 1);
    return real !== undefined && toShown(real) === toShown(folder) ? real : folder;
  });
}
