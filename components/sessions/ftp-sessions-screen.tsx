"use client";

import type { FtpSession, FtpStatus } from "@/lib/sessions/session";
import { ftpColumns } from "./ftp-columns";
import { ftpStatusLooks } from "./ftp-looks";
import type { KindScreenProps } from "./screen-props";
import { ftpStatusWords } from "./session-words";
import { SessionsScreen } from "./sessions-screen";
import { countWhere, type Tally } from "./tally";

const tallied: readonly FtpStatus[] = ["uploading", "downloading"];

const tally: Tally<FtpSession> = (rows) =>
  tallied.map((status) => ({
    ...ftpStatusLooks[status],
    count: countWhere(rows, (session) => session.status === status),
    word: ftpStatusWords[status].toLowerCase(),
  }));

export function FtpSessionsScreen(props: KindScreenProps<FtpSession>) {
  return <SessionsScreen kind="ftp" columns={ftpColumns} tally={tally} {...props} />;
}
