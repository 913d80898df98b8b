import type { Words } from "@/components/words/words";
import type { PanelSession, Session } from "@/lib/sessions/session";
import {
  copied,
  copiedCode,
  type DetailField,
  idleField,
  serverFields,
  sinceField,
  toText,
} from "./detail-field";
import { findProxy } from "./find-proxy";
import { ftpFields } from "./ftp-fields";
import type { SessionRow } from "./roll-view";
import { stateLook } from "./state-look";
import { terminalFields } from "./terminal-fields";

/** All that is known of a session, and what is not. */
export function detailFields(
  words: Words,
  row: SessionRow<Session>,
  asOf: Date,
): readonly DetailField[] {
  const { session } = row;
  switch (session.kind) {
    case "panel":
      return panelFields(words, { ...row, session }, asOf);
    case "ftp":
      return ftpFields(words, { ...row, session }, asOf);
    case "terminal":
      return terminalFields(words, { ...row, session }, asOf);
  }
}

function panelFields(
  words: Words,
  row: SessionRow<PanelSession>,
  asOf: Date,
): readonly DetailField[] {
  const { columnWords, detailWords } = words;
  const { session } = row;
  return [
    { label: columnWords.type, value: { form: "look", ...stateLook(words, session) } },
    { label: columnWords.login, value: toText(session.user, copied) },
    { label: columnWords.address, value: toText(session.remoteAddress, copiedCode) },
    ...toPeerFields(words, session),
    { label: detailWords.browser, value: toText(session.userAgent) },
    sinceField(words, row, asOf),
    idleField(words, row),
    ...serverFields(words, row),
  ];
}

function toPeerFields({ detailWords }: Words, session: PanelSession): readonly DetailField[] {
  const peer = findProxy(session);
  return peer === null ? [] : [{ label: detailWords.peer, value: toText(peer, copiedCode) }];
}
