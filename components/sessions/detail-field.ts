import { formatElapsed } from "@/components/format/format-elapsed";
import { secondsBetween } from "@/components/format/seconds-between";
import type { Session } from "@/lib/sessions/session";
import type { Column } from "./column";
import { detailWords } from "./detail-words";
import type { SessionRow } from "./roll-view";
import { columnWords, sessionWords } from "./session-words";
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

export function sinceField(row: SessionRow<Session>, asOf: Date): DetailField {
  const at = sinceWhen(row);
  const elapsed = at && detailWords.ago(formatElapsed(secondsBetween(at, asOf)));
  return {
    label: columnWords.logon,
    value: at && elapsed !== null ? { form: "moment", at, elapsed } : null,
  };
}

export function idleField(row: SessionRow<Session>): DetailField {
  return { label: columnWords.idle, value: toIdle(row) };
}

function toIdle(row: SessionRow<Session>): FieldValue | null {
  const [seconds, at] = [row.session.idleSeconds, idleSince(row)];
  if (seconds === null || at === null) return null;
  if (seconds < 60) return toText(sessionWords.idleUnder);
  return { form: "moment", at, elapsed: detailWords.forTime(formatElapsed(seconds)) };
}

/** Where it is, and what told of it. */
export function serverFields({ server, provider }: SessionRow<Session>): readonly DetailField[] {
  return [
    { label: columnWords.server, value: toText(server) },
    { label: detailWords.software, value: toText(sourceTitle(provider)) },
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
