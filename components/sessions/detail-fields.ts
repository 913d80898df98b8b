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
import { detailWords } from "./detail-words";
import { findProxy } from "./find-proxy";
import { ftpFields } from "./ftp-fields";
import type { SessionRow } from "./roll-view";
import { columnWords } from "./session-words";
import { stateLook } from "./state-look";
import { terminalFields } from "./terminal-fields";

/** All that is known of a session, and what is not. */
export function detailFields(row: SessionRow<Session>, asOf: Date): readonly DetailField[] {
  const { session } = row;
  switch (session.kind) {
    case "panel":
      return panelFields({ ...row, session }, asOf);
    case "ftp":
      return ftpFields({ ...row, session }, asOf);
    case "terminal":
      return terminalFields({ ...row, session }, asOf);
  }
}

function panelFields(row: SessionRow<PanelSession>, asOf: Date): readonly DetailField[] {
  const { session } = row;
  return [
    { label: columnWords.type, value: { form: "look", ...stateLook(session) } },
    { label: columnWords.login, value: toText(session.user, copied) },
    { label: columnWords.address, value: toText(session.remoteAddress, copiedCode) },
    ...toPeerFields(session),
    { label: detailWords.browser, value: toText(session.userAgent) },
    sinceField(row, asOf),
    idleField(row),
    ...serverFields(row),
  ];
}

function toPeerFields(session: PanelSession): readonly DetailField[] {
  const peer = findProxy(session);
  return peer === null ? [] : [{ label: detailWords.peer, value: toText(peer, copiedCode) }];
}
