"use client";

import { useMemo } from "react";
import { useWords } from "@/components/words/use-words";
import type { PanelSession, Session } from "@/lib/sessions/session";
import { toPanelColumns } from "./panel-columns";
import type { KindScreenProps } from "./screen-props";
import { SessionsScreen } from "./sessions-screen";

export function PanelSessionsScreen(props: KindScreenProps) {
  const words = useWords();
  const columns = useMemo(() => toPanelColumns(words), [words]);
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

function isPanelSession(session: Session): session is PanelSession {
  return session.kind === "panel";
}
