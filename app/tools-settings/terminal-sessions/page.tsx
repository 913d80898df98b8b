import { toolTitle } from "@/app/tool-title";
import { findLayout } from "@/app/tools-settings/find-layout";
import { lookFirst } from "@/app/tools-settings/look-at-sessions";
import type { OfferedAction } from "@/components/sessions/roll-answer";
import { TerminalSessionsScreen } from "@/components/sessions/terminal-sessions-screen";
import { requireOperator } from "@/lib/auth/require-operator";
import {
  disconnectSessions,
  logOffSessions,
  look,
  lookCloser,
  refresh,
  resetSessions,
  sendMessages,
} from "./actions";

export const generateMetadata = () => toolTitle("terminal");

const actions: readonly OfferedAction[] = [
  { action: "sendMessage", act: sendMessages },
  { action: "disconnect", act: disconnectSessions },
  { action: "logOff", act: logOffSessions },
  { action: "reset", act: resetSessions },
];

export default async function TerminalSessionsPage() {
  const operator = await requireOperator();
  return (
    <TerminalSessionsScreen
      first={await lookFirst("terminal", operator)}
      ownSessionId={operator.panelSessionId}
      look={look}
      refresh={refresh}
      layout={await findLayout("terminal")}
      lookCloser={lookCloser}
      actions={operator.mayAct ? actions : []}
    />
  );
}
