import { inEnglish, quoted, type Reason, reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";
import { type CodePage, decodings, parseCodePage, type Reading, tableReadings } from "./code-page";
import { nextMark } from "./commands";
import type { CellWidth } from "./display-cells";
import { findLine } from "./find-line";
import { parseSessionTable, type SessionRow } from "./query-session";
import { parseUserTable, type UserRow } from "./query-user";

export interface Listing {
  readonly sessions: readonly SessionRow[];
  /** Empty when `query user` told nothing that can be read. */
  readonly users: readonly UserRow[];
  /** Why nothing is known from `query user`, although somebody is signed in. */
  readonly usersFailure: string | null;
  readonly codePage: CodePage;
}

/** Reads the answer to one of `queryCommands`. `givenCodePage`: what the operator says it is. */
export function parseListing(answer: Answer, givenCodePage: CodePage): Listing {
  const [chcp, session, user, ...more] = splitAtMarks(answer.stdout);
  const codePage = givenCodePage ?? parseCodePage(chcp ?? new Uint8Array());
  const fail = (why: Reason) =>
    new SourceError("unreadable", why, {
      printed: toPrinted(session ?? answer.stdout, codePage),
    });
  if (!session || !user || more.length > 0) {
    throw fail(reason("listNotWhole"));
  }
  if (isAllBlank(session)) throw toFailure(answer.stderr, codePage);
  const readingsOf = (bytes: Uint8Array) => tableReadings(bytes, codePage, givenCodePage !== null);
  const sessions = parseSessions(readingsOf(session));
  if (sessions instanceof SourceError) throw fail(sessions.reason);

  const found = findUsers(isAllBlank(user) ? [] : readingsOf(user), sessions);
  const listed = new Set(sessions.map(({ id }) => id));
  const unlisted = found.users.find(({ id }) => !listed.has(id));
  // A program that dies between two rows leaves a list that looks whole; the other one tells.
  if (unlisted) {
    throw fail(reason("userNotListed", { id: unlisted.id }));
  }
  return { sessions, ...found, codePage };
}

function splitAtMarks(stdout: Uint8Array): readonly Buffer[] {
  return Buffer.from(stdout)
    .toString("latin1")
    .split(new RegExp(`(?<![^\\n])${nextMark} *\\r?\\n`))
    .map((part) => Buffer.from(part, "latin1"));
}

/** Windows puts the number of an error in brackets in every language: `Error [5]:Access is denied.` */
const errorPattern = /\[\d+\]/;

/** What it means that `query session` printed nothing. Every Windows has at least one session: services. */
function toFailure(stderr: Uint8Array, codePage: CodePage): SourceError {
  const [words = ""] = decodings(stderr, codePage);
  const error = findLine(words, errorPattern);
  if (error !== undefined) return new SourceError("refused", quoted(error));
  // A shell that does not find a program names it, whatever its language.
  if (findLine(words, /\bquery\b/i) !== undefined) {
    return new SourceError("tool-missing", quoted("query.exe"));
  }
  return new SourceError("refused", reason("seesNoSessions"));
}

function parseSessions(readings: readonly Reading[]): readonly SessionRow[] | SourceError {
  const text = readings[0]?.text ?? "";
  // A name on Windows holds no brackets.
  const error = text.includes("[") ? findLine(text, errorPattern) : undefined;
  if (error !== undefined) throw new SourceError("refused", quoted(error));
  return parseFirst(readings, parseSessionTable);
}

/** Idle and logon times are worth having, but their absence is no reason to show no sessions. */
function findUsers(
  readings: readonly Reading[],
  sessions: readonly SessionRow[],
): Pick<Listing, "users" | "usersFailure"> {
  const isNobodyThere = sessions.every(({ userName }) => userName === null);
  if (readings.length === 0) {
    return { users: [], usersFailure: isNobodyThere ? null : "query user lists nobody" };
  }
  const users = parseFirst(readings, parseUserTable);
  return users instanceof SourceError
    ? { users: [], usersFailure: inEnglish(users.reason) }
    : { users, usersFailure: null };
}

/** The rows in the first reading that keeps the columns; else what is wrong with the likeliest. */
function parseFirst<Row>(
  [reading, ...others]: readonly Reading[],
  parse: (text: string, widthOf: CellWidth) => readonly Row[],
): readonly Row[] | SourceError {
  if (!reading) return new SourceError("unreadable", reason("nothingToRead"));
  try {
    return parse(reading.text, reading.widthOf);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const rows = parseFirst(others, parse);
    return rows instanceof SourceError ? error : rows;
  }
}

const maxPrintedBytes = 16_384;

/** What was printed, for a person to read: its beginning, in whole lines. */
function toPrinted(bytes: Uint8Array, codePage: CodePage): string {
  const [text = ""] = decodings(bytes, codePage);
  const inUtf8 = Buffer.from(text);
  if (inUtf8.length <= maxPrintedBytes) return text;
  const begun = inUtf8.subarray(0, maxPrintedBytes);
  const lineEnd = begun.lastIndexOf("\n") + 1;
  return begun.subarray(0, lineEnd || maxPrintedBytes).toString("utf8");
}

function isAllBlank(bytes: Buffer): boolean {
  return bytes.toString("latin1").trim() === "";
}
