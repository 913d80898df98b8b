import type { TerminalSession } from "@/lib/sessions/session";
import { isPrintedAs } from "./is-printed-as";
import type { SessionRow } from "./query-session";
import type { UserRow } from "./query-user";
import type { Listing } from "./read-listing";
import { actionsOfRow, isServiceRow } from "./terminal-actions";
import type { KnownWts } from "./wts-memory";
import type { WtsRow } from "./wts-rows";
import { toWtsDetails, toWtsIdleSeconds, toWtsStart, toWtsStatus } from "./wts-session";

/**
 * Joins the tables and what WTS told. The text alone says who is there: it is asked at every look,
 * while the rows of WTS are as old as its last answer, or older than the text by the time that a
 * compiler takes. So a row of WTS adds to the session that has its id, user and name, and to no other;
 * who is in one list only has come or gone in between, and the next look tells.
 *
 * The ref is made of text where it tells when a session began. WTS comes and goes with a slow PowerShell,
 * and a ref that changed with it would name the same session in two ways; `createSteadyNames` sees to the rest.
 */
export function toSessions(
  listing: Listing,
  sourceId: string,
  known?: KnownWts,
): readonly TerminalSession[] {
  const users = new Map(listing.users.map((user) => [user.id, user]));
  return listing.sessions.map((row) => {
    const times = findTimes(row, users.get(row.id));
    const told = findWtsRow(row, known);
    const start = times?.logonText ?? (told ? toWtsStart(told) : null);
    const names = { id: row.id, user: row.userName, name: row.sessionName };
    const status = told && known?.seenWith.has(signatureOf(row)) ? toWtsStatus(told) : row.status;
    return {
      kind: "terminal",
      ref: { ...names, sourceId, id: String(row.id), start },
      ...names,
      status,
      statusText: row.statusText,
      isService: isServiceRow({ ...names, status: row.status }),
      actions: actionsOfRow({ ...names, status, start }),
      idleSeconds: row.userName === null ? null : toIdleSeconds(times, told, known),
      idleText: times?.idleText ?? null,
      logonText: times?.logonText ?? null,
      pid: null,
      ...(told && known ? toWtsDetails(told, known.list.now) : unknownDetails),
    };
  });
}

const unknownDetails = { domain: null, clientName: null, remoteAddress: null, startedAt: null };

/** The row of WTS about the same session, as far as the text can tell. */
export function findWtsRow(
  row: Pick<SessionRow, "id" | "userName" | "sessionName">,
  known: KnownWts | undefined,
): WtsRow | undefined {
  const told = known?.rows.get(row.id);
  return told && isPrintedAs(row.userName, told.user) && isPrintedAs(row.sessionName, told.name)
    ? told
    : undefined;
}

/** Changes whenever who is there, or how, has changed. */
export function signatureOf({ id, userName, sessionName, statusText }: SessionRow): string {
  return JSON.stringify([id, userName, sessionName, statusText]);
}

/** `query user` prints user names in lower case. */
function findTimes(row: SessionRow, user: UserRow | undefined): UserRow | undefined {
  return user && user.userName.toLowerCase() === row.userName?.toLowerCase() ? user : undefined;
}

/**
 * WTS counts seconds where the text has minutes, but what it told some time ago holds only while the
 * text agrees: somebody may have touched the keyboard since.
 */
function toIdleSeconds(
  times: UserRow | undefined,
  told: WtsRow | undefined,
  known: KnownWts | undefined,
): number | null {
  const minutes = times?.idleMinutes ?? null;
  const idle = told && known ? toWtsIdleSeconds(told, known.list.now) : null;
  if (idle === null || !known) return minutes === null ? null : minutes * 60;
  const seconds = idle + Math.floor(known.ageMs / 1000);
  if (minutes === null) return known.ageMs < freshMs ? seconds : null;
  return Math.abs(Math.floor(seconds / 60) - minutes) <= 1 ? seconds : minutes * 60;
}

const freshMs = 2_000;
