"use client";

import {
  CircleHelp,
  CirclePower,
  Hourglass,
  type LucideIcon,
  MonitorCheck,
  MonitorDot,
  MonitorOff,
  Moon,
  Radio,
  RotateCcw,
  ScanEye,
  Unplug,
} from "lucide-react";
import type { TerminalSession, TerminalStatus } from "@/lib/sessions/session";
import { IconWord, TextCell, type Tone } from "./cells";
import type { Column } from "./column";
import type { KindScreenProps } from "./screen-props";
import { columnWords, terminalStatusWords, unknownWords } from "./session-words";
import { SessionsScreen } from "./sessions-screen";
import { userColumn } from "./shared-columns";
import { countWhere, type Tally } from "./tally";

const statusLooks = {
  "logged-in": { icon: MonitorCheck, tone: "down" },
  connected: { icon: MonitorDot, tone: "muted" },
  disconnected: { icon: Unplug, tone: "stale" },
  idle: { icon: Moon, tone: "muted" },
  listening: { icon: Radio, tone: "muted" },
  "connect-query": { icon: Hourglass, tone: "muted" },
  shadowing: { icon: ScanEye, tone: "up" },
  reset: { icon: RotateCcw, tone: "muted" },
  down: { icon: MonitorOff, tone: "danger" },
  init: { icon: CirclePower, tone: "muted" },
  unknown: { icon: CircleHelp, tone: "muted" },
} as const satisfies Record<TerminalStatus, { readonly icon: LucideIcon; readonly tone: Tone }>;

const columns: readonly Column<TerminalSession>[] = [
  {
    id: "status",
    title: columnWords.status,
    place: "status",
    isState: true,
    sortBy: ({ session }) => wordOf(session),
    cell: ({ session }) => <IconWord {...statusLooks[session.status]} word={wordOf(session)} />,
    whyBlank: () => unknownWords.notTold,
  },
  {
    id: "name",
    title: columnWords.name,
    place: "rest",
    sortBy: ({ session }) => session.name,
    cell: ({ session }) => session.name !== null && <TextCell text={session.name} />,
    whyBlank: () => unknownWords.noName,
  },
  userColumn(columnWords.user, () => unknownWords.noUser),
];

/** A state we have no word for is shown in the server's own. */
function wordOf({ status, statusText }: TerminalSession): string {
  return status === "unknown" && statusText ? statusText : terminalStatusWords[status];
}

const tally: Tally<TerminalSession> = (rows) =>
  (["logged-in", "disconnected"] as const).map((status) => ({
    ...statusLooks[status],
    count: countWhere(rows, (session) => session.status === status && !session.isService),
    word: terminalStatusWords[status].toLowerCase(),
  }));

export function TerminalSessionsScreen(props: KindScreenProps<TerminalSession>) {
  return <SessionsScreen kind="terminal" columns={columns} tally={tally} {...props} />;
}
