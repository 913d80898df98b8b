import type { Words } from "@/components/words/words";
import type { FtpSession } from "@/lib/sessions/session";
import { hasLimit } from "./ftp-notes";
import type { SessionRow } from "./roll-view";

type UnknownWords = Words["unknownWords"];

/** Null where somebody has signed in. */
export function whyNoUser({ notSignedIn }: UnknownWords, { status }: FtpSession): string | null {
  return status === "connecting" ? notSignedIn : null;
}

export function whyNotTold(
  words: UnknownWords,
  { session, limits }: SessionRow<FtpSession>,
): string {
  const isMissing = hasLimit(limits, "no-titles") || hasLimit(limits, "no-process-details");
  return whyNoUser(words, session) ?? (isMissing ? words.missing : words.notTold);
}

export function whyNotIdle(words: UnknownWords, session: FtpSession): string {
  const isAtWork = session.status !== "idle" && session.status !== "client-gone";
  return whyNoUser(words, session) ?? (isAtWork ? words.notIdle : words.notTold);
}

export function whyNoTransfer(words: UnknownWords, row: SessionRow<FtpSession>): string {
  const { session, limits } = row;
  const { status, fileName } = session;
  if (status === "working" && fileName === null) return whyNotTold(words, row);
  const isTransfer = status === "uploading" || status === "downloading" || fileName !== null;
  if (!isTransfer) return words.noTransfer;
  return hasLimit(limits, "no-sockets") ? words.missing : words.notTold;
}
