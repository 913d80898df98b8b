import { createRollStore } from "@/components/sessions/roll-store";
import type { ShownRow } from "@/components/sessions/roll-view";
import { sessionKey } from "@/components/sessions/session-key";
import type { Changes, RollPart, WireRow, WireSource } from "@/lib/sessions/live-message";
import { toWireSession } from "@/lib/sessions/live-wire";
import { quoted } from "@/lib/sessions/reason";
import type { FtpSession, Session } from "@/lib/sessions/session";
import { ftpSession } from "./live-sessions";

export const toldAt = "2026-01-05T12:00:00.000Z";

export function shownRow<Kind extends Session>(
  session: Kind,
  over: Partial<ShownRow<Kind>> = {},
): ShownRow<Kind> {
  return {
    key: sessionKey(session.ref),
    session,
    server: "web01",
    provider: "proftpd",
    isOwn: false,
    staleSince: null,
    answeredAt: new Date(toldAt),
    limits: [],
    endedAtMs: null,
    ...over,
  };
}

export function wireSource(over: Partial<WireSource> = {}): WireSource {
  return {
    id: "web01/ftp",
    server: "web01",
    provider: "proftpd",
    state: "answered",
    answeredAt: toldAt,
    failure: null,
    failingSince: null,
    limits: [],
    ...over,
  };
}

const failure = { code: "timed-out", reason: quoted("no answer within 5 s") } as const;
const failing = { failure, failingSince: toldAt } as const;

export function staleSource(over: Partial<WireSource> = {}): WireSource {
  return wireSource({ ...failing, state: "stale", ...over });
}

export function silentSource(over: Partial<WireSource> = {}): WireSource {
  return wireSource({ ...failing, state: "silent", answeredAt: null, ...over });
}

export function wireRow(no: number, session: Session, at = toldAt): WireRow {
  return { no, at, session: toWireSession(session) };
}

export function ftpRow(pid: number, user: string | null, start: string | null = "noon"): WireRow {
  const session = ftpSession(pid, user);
  return wireRow(pid, { ...session, ref: { ...session.ref, start } });
}

interface RollOver extends Partial<RollPart> {
  readonly source?: WireSource;
}

/** A whole roll of one source, unless it is told otherwise. */
export function rollOf(
  number: number,
  rows: readonly WireRow[],
  { source = wireSource(), ...over }: RollOver = {},
): RollPart {
  const answers = [{ source, rows: [...rows] }];
  return { type: "roll", kind: "ftp", number, left: 0, asOf: toldAt, answers, ...over };
}

/** What leads to the next number. */
export function changesFrom(from: number, over: Partial<Changes> = {}): Changes {
  return {
    type: "changes",
    kind: "ftp",
    from,
    to: from + 1,
    asOf: toldAt,
    sources: [],
    checked: [],
    left: [],
    added: [],
    changed: [],
    gone: [],
    ...over,
  };
}

/** Begins with roll 1; its clock stands still until it is set. */
export function openFtpStore(rows: readonly WireRow[], over: RollOver = {}) {
  const clock = { nowMs: 0 };
  const store = createRollStore(
    { first: rollOf(1, rows, over), isKind: isFtp, ownSessionId: null },
    () => clock.nowMs,
  );
  const shown = () => store.get().rows;
  return {
    ...store,
    clock,
    shown,
    users: () => shown().map(({ session }) => session.user),
    endedAtMs: () => shown().map((row) => row.endedAtMs),
    seen: () => shown().map(toSeen),
    keys: () => shown().map(({ key }) => key),
  };
}

function toSeen({ session, endedAtMs }: ShownRow<FtpSession>): string {
  return `${session.user}${endedAtMs === null ? "" : ` ended at ${endedAtMs}`}`;
}

function isFtp(session: Session): session is FtpSession {
  return session.kind === "ftp";
}
