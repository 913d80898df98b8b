import { secondsBetween } from "@/components/format/seconds-between";
import type { Words } from "@/components/words/words";
import type { Session } from "@/lib/sessions/session";
import type { Column } from "./column";
import type { SessionRow } from "./roll-view";
import { idleSince, sinceWhen } from "./since-when";
import { sourceTitle } from "./source-title";
import type { StateLook } from "./state-look";

/** One thing that is known of a session, or is not. */
export interface DetailField {
  readonly label: string;
  /** Null where it is not known. */
  readonly value: FieldValue | null;
  /** Why it is not. */
  readonly why?: string | undefined;
  /** What else there is to say of it. */
  readonly note?: string | undefined;
}

export type FieldValue =
  | {
      readonly form: "text";
      readonly text: string;
      /** An address, a path, a number: set in a mono. */
      readonly isCode: boolean;
      readonly isCopied: boolean;
    }
  | ({ readonly form: "look" } & StateLook)
  | { readonly form: "moment"; readonly at: Date; readonly elapsed: string }
  | { readonly form: "progress"; readonly percent: number };

interface TextLook {
  readonly isCode?: boolean;
  readonly isCopied?: boolean;
}

export function toText(
  text: string | null,
  { isCode = false, isCopied = false }: TextLook = {},
): FieldValue | null {
  return text === null ? null : { form: "text", text, isCode, isCopied };
}

/** What a person takes to another program. */
export const copied: TextLook = { isCopied: true };
export const copiedCode: TextLook = { isCode: true, isCopied: true };

export function sinceField(
  { columnWords, detailWords, formats }: Words,
  row: SessionRow<Session>,
  asOf: Date,
): DetailField {
  const at = sinceWhen(row);
  const elapsed = at && detailWords.ago(formats.formatElapsed(secondsBetween(at, asOf)));
  return {
    label: columnWords.logon,
    value: at && elapsed !== null ? { form: "moment", at, elapsed } : null,
  };
}

export function idleField(words: Words, row: SessionRow<Session>): DetailField {
  return { label: words.columnWords.idle, value: toIdle(words, row) };
}

function toIdle(
  { sessionWords, detailWords, formats }: Words,
  row: SessionRow<Session>,
): FieldValue | null {
  const [seconds, at] = [row.session.idleSeconds, idleSince(row)];
  if (seconds === null || at === null) return null;
  if (seconds < 60) return toText(sessionWords.idleUnder);
  return { form: "moment", at, elapsed: detailWords.forTime(formats.formatElapsed(seconds)) };
}

/** Where it is, and what told of it. */
export function serverFields(
  words: Words,
  { server, provider }: SessionRow<Session>,
): readonly DetailField[] {
  const { columnWords, detailWords } = words;
  return [
    { label: columnWords.server, value: toText(server) },
    { label: detailWords.software, value: toText(sourceTitle(words, provider)) },
  ];
}

/** Why the table has a blank there. What else its hint says stands in fields of its own. */
export function whyBlank<Kind extends Session>(
  columns: readonly Column<Kind>[],
  id: string,
  row: SessionRow<Kind>,
): string | undefined {
  const [why] =
    columns
      .find((column) => column.id === id)
      ?.whyBlank(row)
      .split("\n") ?? [];
  return why;
}
