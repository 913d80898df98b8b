"use client";

import { Briefcase, Mail, ShieldUser, User } from "lucide-react";
import { roleWords } from "@/components/words";
import type { PanelSession } from "@/lib/sessions/session";
import { IconWord } from "./cells";
import type { Column } from "./column";
import type { KindScreenProps } from "./screen-props";
import { columnWords, unknownWords } from "./session-words";
import { SessionsScreen } from "./sessions-screen";
import { addressColumn, idleColumn, logonColumn, userColumn } from "./shared-columns";

const roleIcons = {
  "server-administrator": ShieldUser,
  reseller: Briefcase,
  customer: User,
  "mailbox-owner": Mail,
} as const;

const columns: readonly Column<PanelSession>[] = [
  {
    id: "type",
    title: columnWords.type,
    place: "status",
    sortBy: ({ session }) => roleWords[session.type],
    cell: ({ session }) => (
      <IconWord icon={roleIcons[session.type]} word={roleWords[session.type]} />
    ),
    whyBlank: () => unknownWords.notTold,
  },
  userColumn(columnWords.login),
  addressColumn,
  logonColumn,
  idleColumn,
];

export function PanelSessionsScreen(props: KindScreenProps<PanelSession>) {
  return <SessionsScreen kind="panel" columns={columns} tally={() => []} {...props} />;
}
