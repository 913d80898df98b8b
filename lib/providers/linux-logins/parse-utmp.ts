import { isIP } from "node:net";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";

/** Somebody's login as utmp(5) has it. Text is what its bytes say in UTF-8, whatever that is. */
export interface UtmpLogin {
  readonly pid: number;
  /** Terminal without `/dev/`, or a display such as `:0`. */
  readonly line: string;
  readonly user: string;
  /** Name or address of the client, as the program that wrote it saw fit. */
  readonly host: string;
  readonly address: string | null;
  readonly loggedInAtMs: number;
}

/** Where `ut_tv` and `ut_addr_v6` begin, and how long a record is. All before that is the same. */
interface Layout {
  readonly time: number;
  readonly hasLongTime: boolean;
  readonly address: number;
  readonly length: number;
}

const compatible: Layout = { time: 340, hasLongTime: false, address: 348, length: 384 };
/** Of machines that never had 32 bit programs to share the file with. */
const long: Layout = { time: 344, hasLongTime: true, address: 360, length: 400 };

const layouts = new Map<string, Layout>([
  ...["x86_64", "i386", "i486", "i586", "i686", "armv6l", "armv7l", "ppc64le"].map(
    (machine) => [machine, compatible] as const,
  ),
  ...["aarch64", "riscv64", "loongarch64"].map((machine) => [machine, long] as const),
]);

const userProcess = 7;

/**
 * The records of people in /run/utmp. What ended without saying so, as by `kill -9`, stays in it.
 * @throws SourceError when the file is cut, or of a machine whose records are not known
 */
export function parseUtmp(bytes: Buffer, machine: string): readonly UtmpLogin[] {
  const layout = layouts.get(machine);
  if (!layout) throw new SourceError("unreadable", reason("utmpNotKnown", { machine }));
  if (bytes.length % layout.length !== 0) {
    throw new SourceError("unreadable", reason("utmpCut"));
  }
  const logins: UtmpLogin[] = [];
  for (let at = 0; at < bytes.length; at += layout.length) {
    const record = bytes.subarray(at, at + layout.length);
    if (record.readInt16LE(0) === userProcess) logins.push(parseRecord(record, layout));
  }
  return logins;
}

function parseRecord(record: Buffer, layout: Layout): UtmpLogin {
  const { time, hasLongTime } = layout;
  const seconds = hasLongTime ? Number(record.readBigInt64LE(time)) : record.readUInt32LE(time);
  const micros = record.readInt32LE(time + (hasLongTime ? 8 : 4));
  return {
    pid: record.readInt32LE(4),
    line: textOf(record.subarray(8, 40)),
    user: textOf(record.subarray(44, 76)),
    host: textOf(record.subarray(76, 332)),
    address: addressOf(record.subarray(layout.address, layout.address + 16)),
    loggedInAtMs: seconds * 1000 + Math.floor(micros / 1000),
  };
}

/** A text that fills its field has no NUL behind it. */
function textOf(field: Buffer): string {
  const end = field.indexOf(0);
  return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
}

/** In the order of the network; an IPv4 address stands in the first four of the sixteen bytes. */
function addressOf(field: Buffer): string | null {
  if (field.every((byte) => byte === 0)) return null;
  if (field.subarray(4).every((byte) => byte === 0)) return field.subarray(0, 4).join(".");
  const groups = Array.from({ length: 8 }, (_, index) =>
    field.readUInt16BE(index * 2).toString(16),
  );
  const { hostname } = new URL(`http://[${groups.join(":")}]`);
  const address = hostname.slice(1, -1);
  const mapped = /^::ffff:([\da-f]+):([\da-f]+)$/.test(address);
  const text = mapped ? field.subarray(12).join(".") : address;
  return isIP(text) === 0 ? null : text;
}
