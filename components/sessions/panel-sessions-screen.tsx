"use client";

import { roleWords } from "@/components/words";
import type { PanelSession, Session } from "@/lib/sessions/session";
import { CutCell, IconWord } from "./cells";
import type { Column } from "./column";
import { detailWords } from "./detail-words";
import { findProxy } from "./find-proxy";
import { roleIcons } from "./panel-looks";
import type { KindScreenProps } from "./screen-props";
import { columnWords, unknownWords } from "./session-words";
import { SessionsScreen } from "./sessions-screen";
import { addressColumn, idleColumn, logonColumn, userColumn } from "./shared-columns";

const columns: readonly Column<PanelSession>[] = [
  {
    id: "type",
    widthRem: 12,
    title: columnWords.type,
    place: "status",
    sortBy: ({ session }) => roleWords[session.type],
    filter: { valueOf: ({ session }) => session.type, words: roleWords },
    cell: ({ session }) => (
      <IconWord icon={roleIcons[session.type]} word={roleWords[session.type]} />
    ),
    whyBlank: () => unknownWords.notTold,
  },
  userColumn(columnWords.login),
  {
    ...addressColumn,
    cell: (row, asOf) => (
      <span data-hint={toHint(row.session)}>{addressColumn.cell(row, asOf)}</span>
    ),
  },
  logonColumn,
  idleColumn,
  {
    id: "browser",
    title: detailWords.browser,
    place: "rest",
    widthRem: 16,
    isOptional: true,
    sortBy: ({ session }) => session.userAgent,
    cell: ({ session }) =>
      session.userAgent !== null && <CutCell text={session.userAgent} longest={40} />,
    whyBlank: () => unknownWords.notTold,
  },
];

export function PanelSessionsScreen(props: KindScreenProps) {
  return (
    <SessionsScreen
      kind="panel"
      sight="everything"
      isKind={isPanelSession}
      columns={columns}
      tally={() => []}
      {...props}
    />
  );
}

function toHint(session: PanelSession): string | undefined {
  const proxy = findProxy(session);
  return proxy === null ? undefined : detailWords.through(proxy);
}

function isPanelSession(session: Session): session is PanelSession {
  return session.kind === "panel";
}
