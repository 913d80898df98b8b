import type { Session } from "@/lib/sessions/session";
import type { SessionRow } from "./roll-view";

/** A session, and when its source said so. */
type Told = Pick<SessionRow<Session>, "session" | "answeredAt">;

/** When it began, by Rollcall's clock: a server whose clock is wrong still counts its seconds right. */
export function sinceWhen({ session, answeredAt }: Told): Date | null {
  const isCounted = session.kind === "ftp" && session.connectedSeconds !== null;
  return isCounted ? secondsBefore(answeredAt, session.connectedSeconds) : session.startedAt;
}

export function idleSince({ session, answeredAt }: Told): Date | null {
  return session.idleSeconds === null ? null : secondsBefore(answeredAt, session.idleSeconds);
}

function secondsBefore(at: Date, seconds: number): Date {
  return new Date(at.getTime() - seconds * 1000);
}
