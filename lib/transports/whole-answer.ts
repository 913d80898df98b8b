import { endMark } from "@/lib/sessions/command";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";

const lineFeed = 0x0a;
const blanks: ReadonlySet<number | undefined> = new Set([0x09, lineFeed, 0x0d, 0x20]);

/** The answer without its end mark. Throws `unreadable` unless it came whole. */
export function toWholeAnswer(
  stdout: Uint8Array,
  stderr: Uint8Array,
  exitCode: number | null,
): Answer {
  if (exitCode === null) {
    throw new SourceError("unreadable", reason("cutShort"), { printed: toPrinted(stdout) });
  }
  const markAt = findEndMark(stdout);
  if (markAt === undefined) {
    const said = firstLine(stderr);
    const why = said
      ? reason("noEndMarkButSaid", { code: exitCode, said })
      : reason("noEndMark", { code: exitCode });
    throw new SourceError("unreadable", why, { printed: toPrinted(stdout) });
  }
  return { stdout: stdout.subarray(0, markAt), stderr, exitCode };
}

const longestPrinted = 16_384;

/** What came before the end, for the person who has to find out why there was no more. */
function toPrinted(stdout: Uint8Array): string {
  return new TextDecoder().decode(stdout.subarray(0, longestPrinted));
}

function findEndMark(stdout: Uint8Array): number | undefined {
  let end = stdout.length;
  while (end > 0 && blanks.has(stdout[end - 1])) end -= 1;
  const start = end - endMark.length;
  if (start < 0 || (start > 0 && stdout[start - 1] !== lineFeed)) return undefined;
  const isMark = Buffer.from(stdout.subarray(start, end)).toString("latin1") === endMark;
  return isMark ? start : undefined;
}

function firstLine(stderr: Uint8Array): string {
  const [line = ""] = new TextDecoder()
    .decode(stderr.subarray(0, 400))
    .trim()
    .split(/[\r\n]/);
  return line.replace(/\p{Cc}/gu, "").slice(0, 200);
}
