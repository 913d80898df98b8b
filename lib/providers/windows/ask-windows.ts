import { isSameSession } from "@/lib/sessions/same-session";
import type { TerminalSession } from "@/lib/sessions/session";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { Asked } from "@/lib/sessions/session-source";
import { SourceError } from "@/lib/sessions/source-error";
import { type CodePage, decodings } from "./code-page";
import { failedMark, type TerminalAction, takenMark } from "./commands";
import { findLine } from "./find-line";
import { firstListenerId } from "./state-words";

/** The id to ask about, or what the ref is told without asking. */
type Compared = number | Asked;

/** Compares a ref with who is there now. */
export function compare(
  ref: SessionRef,
  action: TerminalAction,
  sessions: readonly TerminalSession[],
): Compared {
  const id = /^[1-9]\d{0,4}$/.test(ref.id) ? Number(ref.id) : 0;
  if (id === 0 || id >= firstListenerId) {
    return refused("services and listeners are not sessions of a person");
  }
  const found = sessions.find((session) => session.id === id);
  if (!found) return { status: "gone" };
  if (!isSameSession(ref, found.ref)) return { status: "replaced" };
  const reason = findReasonAgainst(action, found);
  return reason === undefined ? id : refused(reason);
}

function findReasonAgainst(action: TerminalAction, session: TerminalSession): string | undefined {
  if (session.isService) return "services and listeners are not sessions of a person";
  if (session.user === null) return "nobody is signed in to this session";
  if (action === "logOff") return undefined;
  if (session.status === "disconnected") return "it is disconnected already";
  if (session.name === "console") return "Windows does not disconnect the console session";
  return undefined;
}

function refused(reason: string): Asked {
  return { status: "refused", reason };
}

export function idsToAsk(compared: readonly Compared[]): readonly number[] {
  return [...new Set(compared.filter((answer) => typeof answer === "number"))];
}

/** Reads the answer to one of `actCommands`; one answer a ref, in order. */
export function parseAsked(
  stdout: Uint8Array,
  compared: readonly Compared[],
  codePage: CodePage,
): readonly Asked[] {
  const ids = idsToAsk(compared);
  const [text = ""] = decodings(stdout, codePage);
  const said = [...text.matchAll(answerPattern)];
  if (said.length !== ids.length) {
    throw new SourceError("unreadable", "it does not say what became of each request");
  }
  return compared.map((answer) =>
    typeof answer === "number" ? toAsked(said[ids.indexOf(answer)]) : answer,
  );
}

/** What was printed, and the mark on the line after it. */
const answerPattern = new RegExp(`([^]*?)^(${takenMark}|${failedMark}) *\\r?$`, "gm");

/** A failure that says nothing is no proof that nothing was done: the session is looked at again. */
function toAsked(answer: RegExpExecArray | undefined): Asked {
  const [, words = "", mark] = answer ?? [];
  const reason = mark === failedMark ? findLine(words, /\S/) : undefined;
  return reason === undefined ? { status: "asked" } : refused(reason);
}
