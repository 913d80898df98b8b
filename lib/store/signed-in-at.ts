import { roles } from "@/lib/sessions/session";
import type { SessionLimit, SessionLimits } from "@/lib/sessions/session-limit";

/** How long a session of that role lasts, whatever its person does. */
export function lastsMs({ lastsHours }: SessionLimit): number {
  return lastsHours * 3_600_000;
}

/** The sessions that are signed in: neither ended nor too old nor idle for too long, of a user who is not disabled. */
export function signedInAt(now: Date, limits: SessionLimits) {
  return {
    endedAt: null,
    pending: null,
    OR: roles.map((role) => {
      const { startedAfter, activeAfter } = aliveAt(now, limits[role]);
      return {
        user: { role, disabledAt: null },
        startedAt: { gt: startedAfter },
        lastActiveAt: { gt: activeAfter },
      };
    }),
  };
}

/** The sessions that are over by age or idleness. */
export function overAt(now: Date, limits: SessionLimits) {
  return {
    OR: roles.map((role) => {
      const { startedAfter, activeAfter } = aliveAt(now, limits[role]);
      return {
        user: { role },
        OR: [{ startedAt: { lte: startedAfter } }, { lastActiveAt: { lte: activeAfter } }],
      };
    }),
  };
}

export function aliveAt(now: Date, limit: SessionLimit) {
  return {
    startedAfter: new Date(now.getTime() - lastsMs(limit)),
    activeAfter: new Date(now.getTime() - limit.idleMinutes * 60_000),
  };
}
