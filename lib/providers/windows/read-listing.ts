import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";
import { type CodePage, decodings, parseCodePage } from "./code-page";
import { nextMark } from "./commands";
import { findLine } from "./find-line";
import { parseSessionTable, type SessionRow } from "./query-session";
import { parseUserTable, type UserRow } from "./query-user";

export interface Listing {
  readonly sessions: readonly SessionRow[];
  /** Empty when `query user` told nothing that can be read. */
  readonly users: readonly UserRow[];
  readonly codePage: CodePage;
}

/** Reads the answer to one of `queryCommands`. `givenCodePage`: what the operator says it is. */
export function parseListing(answer: Answer, givenCodePage: CodePage): Listing {
  const [chcp, session, user, ...more] = splitAtMarks(answer.stdout);
  if (!chcp || !session || !user || more.length > 0) {
    throw new SourceError("unreadable", "the answer to query session did not come whole");
  }
  const codePage = givenCodePage ?? parseCodePage(chcp);
  if (session.toString("latin1").trim() === "") throw toFailure(answer.stderr, codePage);
  return {
    sessions: parseSessions(decodings(session, codePage)),
    users: findUsers(decodings(user, codePage)),
    codePage,
  };
}

function splitAtMarks(stdout: Uint8Array): readonly Buffer[] {
  return Buffer.from(stdout)
    .toString("latin1")
    .split(new RegExp(`^${nextMark} *\\r?\\n`, "m"))
    .map((part) => Buffer.from(part, "latin1"));
}

/** Windows puts the number of an error in brackets in every language: `Error [5]:Access is denied.` */
const errorPattern = /\[\d+\]/;

/** What it means that `query session` printed nothing. Every Windows has at least one session: services. */
function toFailure(stderr: Uint8Array, codePage: CodePage): SourceError {
  const [words = ""] = decodings(stderr, codePage);
  const error = findLine(words, errorPattern);
  if (error !== undefined) return new SourceError("refused", error);
  // A shell that does not find a program names it, whatever its language.
  if (findLine(words, /\bquery\b/i) !== undefined) {
    return new SourceError("tool-missing", "query.exe");
  }
  const reason = "it lists no sessions at all, so this account may not see them";
  return new SourceError("refused", reason);
}

function parseSessions(texts: readonly string[]): readonly SessionRow[] {
  const error = findLine(texts[0] ?? "", errorPattern);
  if (error !== undefined) throw new SourceError("refused", error);
  return parseFirst(texts, parseSessionTable);
}

/** Idle and logon times are worth having, but their absence is no reason to show no sessions. */
function findUsers(texts: readonly string[]): readonly UserRow[] {
  try {
    return parseFirst(texts, parseUserTable);
  } catch (error) {
    if (error instanceof SourceError) return [];
    throw error;
  }
}

/** The first reading that keeps the columns; else what is wrong with the last. */
function parseFirst<Row>(
  texts: readonly string[],
  parse: (text: string) => readonly Row[],
): readonly Row[] {
  const [text = "", ...others] = texts;
  if (others.length === 0) return parse(text);
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof SourceError) return parseFirst(others, parse);
    throw error;
  }
}
