import type { Metadata } from "next";
import type { OfferedAction } from "@/components/sessions/roll-answer";
import { TerminalSessionsScreen } from "@/components/sessions/terminal-sessions-screen";
import { toolWords } from "@/components/words";
import { requireOperator } from "@/lib/auth/require-operator";
import {
  disconnectSessions,
  logOffSessions,
  look,
  refresh,
  resetSessions,
  sendMessages,
} from "./actions";
import { lookAtTerminal } from "./look-at-terminal";

export const metadata: Metadata = { title: toolWords.terminal.title };

const actions: readonly OfferedAction[] = [
  { action: "sendMessage", act: sendMessages },
  { action: "disconnect", act: disconnectSessions },
  { action: "logOff", act: logOffSessions },
  { action: "reset", act: resetSessions },
];

export default async function TerminalSessionsPage() {
  const operator = await requireOperator();
  const { view } = await lookAtTerminal(operator, { fresh: false });
  return (
    <TerminalSessionsScreen
      first={view}
      look={look}
      refresh={refresh}
      actions={operator.mayAct ? actions : []}
    />
  );
}
