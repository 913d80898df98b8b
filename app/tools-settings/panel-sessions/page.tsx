import type { Metadata } from "next";
import { PanelSessionsScreen } from "@/components/sessions/panel-sessions-screen";
import type { OfferedAction } from "@/components/sessions/roll-answer";
import { toolWords } from "@/components/words";
import { requireOperator } from "@/lib/auth/require-operator";
import { look, refresh, removeSessions } from "./actions";
import { lookAtPanel } from "./look-at-panel";

export const metadata: Metadata = { title: toolWords.panel.title };

const actions: readonly OfferedAction[] = [{ action: "remove", act: removeSessions }];

export default async function PanelSessionsPage() {
  const operator = await requireOperator();
  const { view } = await lookAtPanel(operator, { fresh: false });
  return (
    <PanelSessionsScreen
      first={view}
      look={look}
      refresh={refresh}
      actions={operator.mayAct ? actions : []}
    />
  );
}
