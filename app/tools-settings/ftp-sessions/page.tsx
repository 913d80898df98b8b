import type { Metadata } from "next";
import { FtpSessionsScreen } from "@/components/sessions/ftp-sessions-screen";
import type { OfferedAction } from "@/components/sessions/roll-answer";
import { toolWords } from "@/components/words";
import { requireOperator } from "@/lib/auth/require-operator";
import { clearLeftovers, forceRemoveSessions, look, refresh, removeSessions } from "./actions";
import { lookAtFtp } from "./look-at-ftp";

export const metadata: Metadata = { title: toolWords.ftp.title };

const actions: readonly OfferedAction[] = [
  { action: "remove", act: removeSessions },
  { action: "forceRemove", act: forceRemoveSessions },
];

export default async function FtpSessionsPage() {
  const operator = await requireOperator();
  const { view } = await lookAtFtp(operator, { fresh: false });
  return (
    <FtpSessionsScreen
      first={view}
      look={look}
      refresh={refresh}
      actions={operator.mayAct ? actions : []}
      clearLeftovers={operator.mayAct ? clearLeftovers : null}
    />
  );
}
