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
import { detailWords } from "./detail-words";
import type { SessionRow } from "./roll-view";
import { columnWords, unknownWords } from "./session-words";
import { stateLook } from "./state-look";
import { terminalColumns } from "./terminal-columns";

type TerminalRow = SessionRow<TerminalSession>;

export function terminalFields(row: TerminalRow, asOf: Date): readonly DetailField[] {
  const { session } = row;
  const { statusText, name, user, remoteAddress, id, logonText, idleText } = session;
  return [
    { label: columnWords.status, value: { form: "look", ...stateLook(session) } },
    { label: detailWords.statusText, value: toText(statusText || null), why: notTold },
    { label: columnWords.name, value: toText(name), why: whyBlank(terminalColumns, "name", row) },
    {
      label: columnWords.user,
      value: toText(user, copied),
      why: whyBlank(terminalColumns, "user", row),
    },
    ...windowsFields(session),
    { label: columnWords.address, value: toText(remoteAddress, copiedCode), why: notTold },
    { label: detailWords.sessionId, value: toText(String(id), copiedCode) },
    orAsPrinted(sinceField(row, asOf), logonText),
    orAsPrinted(idleField(row), idleText),
    ...linuxFields(session),
    ...serverFields(row),
  ];
}

const notTold = unknownWords.notTold;

/** Linux logins have neither, which is nothing to ask about. */
function windowsFields({ domain, clientName, pid }: TerminalSession): readonly DetailField[] {
  if (pid !== null) return [];
  return [
    { label: detailWords.accountDomain, value: toText(domain), why: notTold },
    { label: detailWords.clientName, value: toText(clientName), why: notTold },
  ];
}

function linuxFields({ pid }: TerminalSession): readonly DetailField[] {
  if (pid === null) return [];
  return [{ label: detailWords.process, value: toText(String(pid), copiedCode) }];
}

/** A time that Rollcall could not read is shown as the server wrote it. */
function orAsPrinted(field: DetailField, printed: string | null): DetailField {
  if (field.value !== null || printed === null) return { ...field, why: notTold };
  return { ...field, value: toText(printed), note: detailWords.asPrinted };
}
