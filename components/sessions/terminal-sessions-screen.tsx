"use client";

import type { Session, TerminalSession } from "@/lib/sessions/session";
import { AboutSources } from "./about-sources";
import type { KindScreenProps } from "./screen-props";
import { terminalStatusWords } from "./session-words";
import { SessionsScreen } from "./sessions-screen";
import { countWhere, type Tally } from "./tally";
import { terminalColumns } from "./terminal-columns";
import { terminalStatusLooks } from "./terminal-looks";

const tally: Tally<TerminalSession> = (rows) =>
  (["logged-in", "disconnected"] as const).map((status) => ({
    ...terminalStatusLooks[status],
    count: countWhere(rows, (session) => session.status === status && !session.isService),
    word: terminalStatusWords[status].toLowerCase(),
  }));

export function TerminalSessionsScreen(props: KindScreenProps) {
  return (
    <SessionsScreen
      kind="terminal"
      sight="everything"
      isKind={isTerminalSession}
      columns={terminalColumns}
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
