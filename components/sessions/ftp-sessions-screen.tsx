"use client";

import type { FtpSession, FtpStatus } from "@/lib/sessions/session";
import { AboutSources } from "./about-sources";
import type { OfferedClearing } from "./clear-leftovers";
import { ftpColumns } from "./ftp-columns";
import { ftpStatusLooks } from "./ftp-looks";
import type { KindScreenProps } from "./screen-props";
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

interface FtpSessionsScreenProps extends KindScreenProps<FtpSession> {
  /** Null where the operator may only see. */
  readonly clearLeftovers: OfferedClearing["clear"] | null;
}

export function FtpSessionsScreen({ clearLeftovers, ...props }: FtpSessionsScreenProps) {
  return (
    <SessionsScreen
      kind="ftp"
      columns={ftpColumns}
      tally={tally}
      about={(screen) => (
        <AboutSources
          kind="ftp"
          sources={screen.state.view.sources}
          clearing={clearLeftovers && offerClearing(clearLeftovers, screen)}
        />
      )}
      {...props}
    />
  );
}

function offerClearing(
  clear: OfferedClearing["clear"],
  { announce, lookAgain }: Screen<FtpSession>,
): OfferedClearing {
  return {
    clear,
    onCleared(said) {
      announce(said);
      void lookAgain();
    },
  };
}
