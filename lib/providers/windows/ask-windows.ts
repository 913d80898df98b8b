import { quoted, type Reason, reason } from "@/lib/sessions/reason";
import { isSameSession } from "@/lib/sessions/same-session";
import type { TerminalSession } from "@/lib/sessions/session";
import type { TerminalAction } from "@/lib/sessions/session-action";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { Asked } from "@/lib/sessions/session-source";
import { SourceError } from "@/lib/sessions/source-error";
import { type CodePage, decodings } from "./code-page";
import { failedMark, takenMark } from "./commands";
import { findLine } from "./find-line";
import { firstListenerId } from "./state-words";

/** The id to ask about, or what the ref is told without asking. */
export type Compared = number | Asked;

/** Compares a ref with who is there now. */
export function compare(
  ref: SessionRef,
  action: TerminalAction,
  sessions: readonly TerminalSession[],
): Compared {
  const id = /^[1-9]\d{0,4}$/.test(ref.id) ? Number(ref.id) : 0;
  if (id === 0 || id >= firstListenerId) {
    return refused(reason("noPersons"));
  }
  const [found, ...others] = sessions.filter((session) => session.id === id);
  if (!found) return { status: "gone" };
  if (others.length > 0) return refused(reason("idTwice"));
  if (!isSameSession(ref, found.ref)) return { status: "replaced" };
  const why = findReasonAgainst(action, found);
  return why ? refused(why) : id;
}

function findReasonAgainst(action: TerminalAction, session: TerminalSession): Reason | undefined {
  const { name, status } = session;
  if (session.isService) return reason("noPersons");
  if (session.user === null) return reason("emptySession");
  if (session.ref.start === null) return reason("noBegin");
  if (session.actions.includes(action)) return undefined;
  if (status === "disconnected") return reason("alreadyDisconnected");
  if (name?.toLowerCase() === "console") return reason("consoleStays");
  return reason("notInThisState");
}

export function refused(why: Reason): Asked {
  return { status: "refused", reason: why };
}

export function idsToAsk(compared: readonly Compared[]): readonly number[] {
  return [...new Set(compared.filter((answer) => typeof answer === "number"))];
}

/** One answer a ref, in order, where `answers` are those of `ids`. */
export function inOrder(
  compared: readonly Compared[],
  ids: readonly number[],
  answers: readonly Asked[],
): readonly Asked[] {
  return compared.map((one) => {
    const answer = typeof one === "number" ? answers[ids.indexOf(one)] : one;
    if (!answer) throw new Error("a session was asked about and has no answer");
    return answer;
  });
}

/** Reads the answer to `actCommand`; one answer an id, in order. */
export function parseAsked(
  stdout: Uint8Array,
  ids: readonly number[],
  codePage: CodePage,
): readonly Asked[] {
  const [text = ""] = decodings(stdout, codePage);
  const said = [...text.matchAll(answerPattern)];
  if (said.length !== ids.length) {
    throw new SourceError("unreadable", reason("notToldOfEach"));
  }
  return said.map(toAsked);
}

/** What was printed, and the mark on the line after it. */
const answerPattern = new RegExp(`([^]*?)^(${takenMark}|${failedMark}) *\\r?$`, "gm");

/** A failure that says nothing is no proof that nothing was done: the session is looked at again. */
function toAsked([, words = "", mark]: RegExpExecArray): Asked {
  const said = mark === failedMark ? findLine(words, /\S/) : undefined;
  return said === undefined ? { status: "asked" } : refused(quoted(said));
}
