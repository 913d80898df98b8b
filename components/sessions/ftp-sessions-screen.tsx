"use client";

import { useMemo } from "react";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { FtpSession, Session } from "@/lib/sessions/session";
import { AboutSources } from "./about-sources";
import type { OfferedClearing } from "./clear-leftovers";
import { toFtpColumns } from "./ftp-columns";
import { ftpStatusLooks } from "./ftp-looks";
import type { KindScreenProps, ScreenSight } from "./screen-props";
import { SessionsScreen } from "./sessions-screen";
import { countWhere, type Tally } from "./tally";
import type { Screen } from "./use-screen";

function toTally({ tallyWords }: Words): Tally<FtpSession> {
  return (rows) =>
    (["uploading", "downloading"] as const).map((status) => {
      const count = countWhere(rows, (session) => session.status === status);
      return { ...ftpStatusLooks[status], count, word: tallyWords[status](count) };
    });
}

interface FtpSessionsScreenProps extends KindScreenProps {
  readonly sight: ScreenSight;
  /** Null where the operator may only see. */
  readonly clearLeftovers: OfferedClearing["clear"] | null;
}

export function FtpSessionsScreen({ clearLeftovers, ...props }: FtpSessionsScreenProps) {
  const words = useWords();
  const columns = useMemo(() => toFtpColumns(words), [words]);
  const tally = useMemo(() => toTally(words), [words]);
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
      columns={columns}
      tally={tally}
      {...(props.sight === "everything" && { about })}
      {...props}
    />
  );
}

function isFtpSession(session: Session): session is FtpSession {
  return session.kind === "ftp";
}
