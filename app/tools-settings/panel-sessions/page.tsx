import { toolTitle } from "@/app/tool-title";
import { findLayout } from "@/app/tools-settings/find-layout";
import { lookFirst } from "@/app/tools-settings/look-at-sessions";
import { PanelSessionsScreen } from "@/components/sessions/panel-sessions-screen";
import type { OfferedAction } from "@/components/sessions/roll-answer";
import { requireOperator } from "@/lib/auth/require-operator";
import { look, lookCloser, refresh, removeSessions } from "./actions";

export const generateMetadata = () => toolTitle("panel");

const actions: readonly OfferedAction[] = [{ action: "remove", act: removeSessions }];

export default async function PanelSessionsPage() {
  const operator = await requireOperator();
  return (
    <PanelSessionsScreen
      first={await lookFirst("panel", operator)}
      ownSessionId={operator.panelSessionId}
      look={look}
      refresh={refresh}
      layout={await findLayout("panel")}
      lookCloser={lookCloser}
      actions={operator.mayAct ? actions : []}
    />
  );
}
