import { toolTitle } from "@/app/tool-title";
import { findLayout } from "@/app/tools-settings/find-layout";
import { lookFirst } from "@/app/tools-settings/look-at-sessions";
import { FtpSessionsScreen } from "@/components/sessions/ftp-sessions-screen";
import type { OfferedAction } from "@/components/sessions/roll-answer";
import type { ScreenSight } from "@/components/sessions/screen-props";
import { requireOperator } from "@/lib/auth/require-operator";
import type { Operator } from "@/lib/sessions/operator";
import {
  clearLeftovers,
  forceRemoveSessions,
  look,
  lookCloser,
  refresh,
  removeSessions,
} from "./actions";

export const generateMetadata = () => toolTitle("ftp");

const actions: readonly OfferedAction[] = [
  { action: "remove", act: removeSessions },
  { action: "forceRemove", act: forceRemoveSessions },
];

export default async function FtpSessionsPage() {
  const operator = await requireOperator();
  const { sees, mayAct } = operator;
  return (
    <FtpSessionsScreen
      sight={toScreenSight(sees)}
      first={await lookFirst("ftp", operator)}
      ownSessionId={operator.panelSessionId}
      look={look}
      refresh={refresh}
      layout={await findLayout("ftp")}
      lookCloser={lookCloser}
      actions={mayAct ? actions : []}
      clearLeftovers={mayAct && sees === "everything" ? clearLeftovers : null}
    />
  );
}

function toScreenSight(sees: Operator["sees"]): ScreenSight {
  if (sees === "everything") return sees;
  return sees.domains?.size ? "ownDomains" : "noDomains";
}
