import { showControls } from "@/components/format/show-controls";
import type { Words } from "@/components/words/words";
import type { FtpSession } from "@/lib/sessions/session";
import type { LimitCode, SourceLimit } from "@/lib/sessions/source-limit";
import type { SessionRow } from "./roll-view";

export function statusNote(
  { ftpNotes }: Words,
  { status, command }: FtpSession,
): string | undefined {
  if (status === "client-gone") return ftpNotes.clientGone;
  return command === null ? undefined : ftpNotes.command(showControls(command));
}

/** The client's view where it differs, or that there is no other; and the home, unless it is here. */
export function locationNote(words: Words, row: SessionRow<FtpSession>): string | undefined {
  const { home, location } = row.session;
  const homeLine =
    home === null || home === location ? undefined : words.ftpNotes.home(showControls(home));
  const lines = [viewNote(words, row), homeLine].filter((line) => line !== undefined);
  return lines.length === 0 ? undefined : lines.join("\n");
}

function viewNote(
  { ftpNotes }: Words,
  { session, limits }: SessionRow<FtpSession>,
): string | undefined {
  const { location, clientLocation } = session;
  if (clientLocation !== null && clientLocation !== location) {
    return ftpNotes.clientView(showControls(clientLocation));
  }
  const isClientView = clientLocation !== null && hasLimit(limits, "no-process-details");
  return isClientView ? ftpNotes.clientViewOnly : undefined;
}

export function fileNote({ fileName, filePath }: FtpSession): string | undefined {
  return filePath === null || filePath === fileName ? undefined : showControls(filePath);
}

export function virtualHostNote(
  { ftpNotes }: Words,
  { virtualHost, domain }: FtpSession,
): string | undefined {
  if (virtualHost === null || virtualHost === domain) return undefined;
  return ftpNotes.virtualHost(showControls(virtualHost));
}

export function hasLimit(limits: readonly SourceLimit[], code: LimitCode): boolean {
  return limits.some((limit) => limit.code === code);
}
