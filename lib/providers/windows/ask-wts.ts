import { z } from "zod";
import { quoted, type Reason, reason } from "@/lib/sessions/reason";
import type { TerminalAction } from "@/lib/sessions/session-action";
import type { Asked } from "@/lib/sessions/session-source";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";
import { refused } from "./ask-windows";
import { findLine } from "./find-line";
import { readWtsAnswer, type WtsRow } from "./wts-rows";

/** The line that `wts-act.ps1` reads: all that a name or a message could be stays base64 of JSON. */
export function toActInput(
  action: TerminalAction,
  rows: readonly WtsRow[],
  text: string | null,
): Uint8Array {
  const request = {
    action: action === "sendMessage" ? "message" : action,
    text,
    sessions: rows.map(({ id, user, domain, name, logon }) => ({ id, user, domain, name, logon })),
  };
  return Buffer.from(`${Buffer.from(JSON.stringify(request)).toString("base64")}\n`);
}

const answerSchema = z.strictObject({
  answers: z.array(
    z.strictObject({
      status: z.enum(["asked", "gone", "replaced", "refused"]),
      words: z.string(),
    }),
  ),
});

/** One answer a row, in order. What the script did before it failed is not known, so that throws. */
export function parseWtsAsked(answer: Answer, rows: readonly WtsRow[]): readonly Asked[] {
  const { answers } = readWtsAnswer(answer, answerSchema);
  if (answers.length !== rows.length) {
    throw new SourceError("unreadable", reason("notToldOfEach"));
  }
  return answers.map(({ status, words }) =>
    status === "refused" ? refused(toReason(words)) : { status },
  );
}

function toReason(words: string): Reason {
  const said = findLine(words, /\S/);
  return said === undefined ? reason("refusedSilently") : quoted(said);
}
