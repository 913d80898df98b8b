"use client";

import type { FtpSession, FtpStatus, Session } from "@/lib/sessions/session";
import { AboutSources } from "./about-sources";
import type { OfferedClearing } from "./clear-leftovers";
import { ftpColumns } from "./ftp-columns";
import { ftpStatusLooks } from "./ftp-looks";
import type { KindScreenProps, ScreenSight } from "./screen-props";
import { ftpStatusWords } from "./session-words";
import { SessionsScreen } from "./sessions-screen";
import { countWhere, type Tally } from "./tally";
import type { Screen } from "./use-screen";

const tallied: readonly FtpStatus[] = ["uploading", "downloading"];

const tally: Tally<FtpSession> = (rows) =>
  tallied.map((status) => ({
    ...ftpStatusLooks[status],
    count: countWhere(rows, (session) => session.status === status),
    word: ftpStatusWords[status].toLowerCase(),
  }));

interface FtpSessionsScreenProps extends KindScreenProps {
  readonly sight: ScreenSight;
  /** Null where the operator may only see. */
  readonly clearLeftovers: OfferedClearing["clear"] | null;
}

export function FtpSessionsScreen({ clearLeftovers, ...props }: FtpSessionsScreenProps) {
  const about = (screen: Screen<FtpSession>) => (
    <AboutSources
      kind="ftp"
      sources={screen.roll.sources}
      rows={screen.roll.rows}
      clearing={
        clearLeftovers && { clear: clearLeftovers, onCleared: (said) => screen.announce(said) }
      }
    />
  );
  return (
    <SessionsScreen
      kind="ftp"
      isKind={isFtpSession}
      columns={ftpColumns}
      tally={tally}
      {...(props.sight === "everything" && { about })}
      {...props}
    />
  );
}

function isFtpSession(session: Session): session is FtpSession {
  return session.kind === "ftp";
}
