import type { Words } from "@/components/words/words";
import type { TerminalSession } from "@/lib/sessions/session";
import {
  copied,
  copiedCode,
  type DetailField,
  idleField,
  serverFields,
  sinceField,
  toText,
  whyBlank,
} from "./detail-field";
import type { SessionRow } from "./roll-view";
import { stateLook } from "./state-look";
import { toTerminalColumns } from "./terminal-columns";

type TerminalRow = SessionRow<TerminalSession>;

export function terminalFields(words: Words, row: TerminalRow, asOf: Date): readonly DetailField[] {
  const { columnWords, detailWords } = words;
  const { notTold } = words.unknownWords;
  const columns = toTerminalColumns(words);
  const { session } = row;
  const { statusText, name, user, remoteAddress, id, logonText, idleText } = session;
  return [
    { label: columnWords.status, value: { form: "look", ...stateLook(words, session) } },
    { label: detailWords.statusText, value: toText(statusText || null), why: notTold },
    { label: columnWords.name, value: toText(name), why: whyBlank(columns, "name", row) },
    {
      label: columnWords.user,
      value: toText(user, copied),
      why: whyBlank(columns, "user", row),
    },
    ...windowsFields(words, session),
    { label: columnWords.address, value: toText(remoteAddress, copiedCode), why: notTold },
    { label: detailWords.sessionId, value: toText(String(id), copiedCode) },
    orAsPrinted(words, sinceField(words, row, asOf), logonText),
    orAsPrinted(words, idleField(words, row), idleText),
    ...linuxFields(words, session),
    ...serverFields(words, row),
  ];
}

/** Linux logins have neither, which is nothing to ask about. */
function windowsFields(
  { detailWords, unknownWords: { notTold } }: Words,
  { domain, clientName, pid }: TerminalSession,
): readonly DetailField[] {
  if (pid !== null) return [];
  return [
    { label: detailWords.accountDomain, value: toText(domain), why: notTold },
    { label: detailWords.clientName, value: toText(clientName), why: notTold },
  ];
}

function linuxFields({ detailWords }: Words, { pid }: TerminalSession): readonly DetailField[] {
  if (pid === null) return [];
  return [{ label: detailWords.process, value: toText(String(pid), copiedCode) }];
}

/** A time that Rollcall could not read is shown as the server wrote it. */
function orAsPrinted(
  { detailWords, unknownWords: { notTold } }: Words,
  field: DetailField,
  printed: string | null,
): DetailField {
  if (field.value !== null || printed === null) return { ...field, why: notTold };
  return { ...field, value: toText(printed), note: detailWords.asPrinted };
}
