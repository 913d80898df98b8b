"use client";

import { useMemo } from "react";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { Session, TerminalSession } from "@/lib/sessions/session";
import { AboutSources } from "./about-sources";
import type { KindScreenProps } from "./screen-props";
import { SessionsScreen } from "./sessions-screen";
import { countWhere, type Tally } from "./tally";
import { toTerminalColumns } from "./terminal-columns";
import { terminalStatusLooks } from "./terminal-looks";

function toTally({ tallyWords }: Words): Tally<TerminalSession> {
  return (rows) =>
    (["logged-in", "disconnected"] as const).map((status) => {
      const isCounted = (session: TerminalSession) =>
        session.status === status && !session.isService;
      const count = countWhere(rows, isCounted);
      return { ...terminalStatusLooks[status], count, word: tallyWords[status](count) };
    });
}

export function TerminalSessionsScreen(props: KindScreenProps) {
  const words = useWords();
  const columns = useMemo(() => toTerminalColumns(words), [words]);
  const tally = useMemo(() => toTally(words), [words]);
  return (
    <SessionsScreen
      kind="terminal"
      sight="everything"
      isKind={isTerminalSession}
      columns={columns}
      tally={tally}
      about={({ roll }) => (
        <AboutSources kind="terminal" sources={roll.sources} rows={roll.rows} clearing={null} />
      )}
      {...props}
    />
  );
}

function isTerminalSession(session: Session): session is TerminalSession {
  return session.kind === "terminal";
}
