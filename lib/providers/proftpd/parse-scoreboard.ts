import { decode } from "@/lib/providers/ftp/process-details";
import { type Entry, ofLogin, ofNobody } from "./entry";

export interface Scoreboard {
  /** 0 under inetd. */
  readonly daemonPid: number;
  readonly entries: readonly Entry[];
  /** Process ids of records that make no sense: written just now, or not by ProFTPD. */
  readonly torn: readonly number[];
  readonly bytes: Buffer;
}

const headerBytes = 32;
/** `pr_scoreboard_entry_t` on a 64-bit machine with IPv6 (ProFTPD: include/scoreboard.h). */
const recordBytes = 624;
/** What a scoreboard of any version begins with. */
export const magic = Buffer.from("efbeadde", "hex");
/** The magic number and version 0x01040003, which ProFTPD 1.3.5a to 1.3.9 write. */
const format = Buffer.from("efbeadde000000000300040100000000", "hex");

/** Undefined when it is no scoreboard of the one format that is known. */
export function parseScoreboard(
  file: Uint8Array,
  nowMs: number,
  /** What was read the last time: most records are as they were. */
  before?: Scoreboard,
): Scoreboard | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const isKnown = bytes.subarray(0, format.length).equals(format);
  if (!isKnown || (bytes.length - headerBytes) % recordBytes !== 0) return undefined;
  const known = new Map(before?.entries.map((entry) => [entry.slot, entry]));
  const entries: Entry[] = [];
  const torn: number[] = [];
  for (let at = headerBytes; at < bytes.length; at += recordBytes) {
    const pid = bytes.readInt32LE(at);
    if (pid === 0) continue;
    const end = at + recordBytes;
    const entry = known.get((at - headerBytes) / recordBytes);
    if (entry && before?.bytes.compare(bytes, at, end, at, end) === 0) {
      entries.push(entry);
      continue;
    }
    // One letter a byte: to cut texts out of a text is much faster than out of bytes.
    const record = { bytes, text: bytes.toString("latin1", at, end), at };
    if (isPlausible(record, pid, nowMs)) entries.push(toEntry(record, pid));
    else torn.push(pid);
  }
  return { daemonPid: bytes.readInt32LE(format.length), entries, torn, bytes };
}

interface BoardRecord {
  readonly bytes: Buffer;
  /** Where it begins. */
  readonly at: number;
  readonly text: string;
}

const fields = {
  user: [12, 32],
  label: [128, 32],
  address: [160, 46],
  clientName: [206, 80],
  protocol: [318, 32],
  cwd: [350, 80],
  command: [430, 65],
  argument: [495, 80],
} as const;
const portAt = 44;
const idleSinceAt = 576;
const beganAt = 584;
const sizeAt = 592;
const doneAt = 600;
const bytesAt = 608;

const clockToleranceMs = 5000;

function isPlausible(record: BoardRecord, pid: number, nowMs: number): boolean {
  const beganMs = readNumber(record, beganAt) * 1000;
  return (
    pid > 1 &&
    beganMs > 0 &&
    beganMs <= nowMs + clockToleranceMs &&
    isPrintable(cut(record, fields.protocol)) &&
    isPrintable(cut(record, fields.command))
  );
}

function toEntry(record: BoardRecord, pid: number): Entry {
  const user = cut(record, fields.user);
  const location = toText(cut(record, fields.cwd));
  // A login that is literally `(none)` has a folder, as everyone who has logged in.
  const isLoggedIn = user !== "" && (location !== null || user !== "(none)");
  const command = toText(cut(record, fields.command));
  const size = readNumber(record, sizeAt);
  const port = record.bytes.readInt32LE(record.at + portAt);
  return {
    pid,
    slot: (record.at - headerBytes) / recordBytes,
    beganMs: readNumber(record, beganAt) * 1000,
    user: isLoggedIn ? toText(user) : null,
    ...(isLoggedIn ? ofLogin(user, "latin1") : ofNobody),
    remoteAddress: toText(cut(record, fields.address)),
    clientName: toText(cut(record, fields.clientName)),
    port: port > 0 ? port : null,
    virtualHost: toText(withoutCutLetter(cut(record, fields.label))),
    protocol: toText(cut(record, fields.protocol)),
    location,
    command: command === "idle" ? null : command,
    argument: toText(cut(record, fields.argument)),
    idleSinceMs: readNumber(record, idleSinceAt) * 1000 || null,
    bytes: isOfLastTransfer(record, size) ? null : readNumber(record, bytesAt) || null,
    size: size > 0 ? size : null,
  };
}

/**
 * A download begins with the bytes of the transfer before it, and has no others as long as it is sent
 * with sendfile. `done` begins at 0 and follows in steps of 1 %.
 */
function isOfLastTransfer(record: BoardRecord, size: number): boolean {
  const ahead = readNumber(record, bytesAt) - readNumber(record, doneAt);
  return size > 0 && ahead > size / 100 + longestWrite;
}

const longestWrite = 128 * 1024;

/** Up to its NUL: what follows is left from an earlier, longer text. */
function cut({ text }: BoardRecord, [start, length]: readonly [number, number]): string {
  const end = text.indexOf("\0", start);
  const last = start + length - 1;
  return text.slice(start, end < 0 ? last : Math.min(end, last));
}

function toText(letters: string): string | null {
  if (letters === "") return null;
  return isPrintable(letters) ? letters : decode(Buffer.from(letters, "latin1"));
}

function isPrintable(letters: string): boolean {
  return !/[^\x20-\x7e]/.test(letters);
}

/** A ServerName is cut after 31 bytes, through a letter of UTF-8 too. */
function withoutCutLetter(label: string): string {
  if (label.length < fields.label[1] - 1) return label;
  const tail = /[\xc0-\xff][\x80-\xbf]*$/.exec(label)?.[0] ?? "";
  const first = tail.charCodeAt(0);
  const wanted = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return tail.length < wanted ? label.slice(0, label.length - tail.length) : label;
}

/** 64 bits, exact up to 2^53. */
function readNumber({ bytes, at }: BoardRecord, offset: number): number {
  return bytes.readInt32LE(at + offset + 4) * 2 ** 32 + bytes.readUInt32LE(at + offset);
}
