import { reason } from "@/lib/sessions/reason";
import type { PanelSession, Role } from "@/lib/sessions/session";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { Asked, SessionSource } from "@/lib/sessions/session-source";
import { SourceError } from "@/lib/sessions/source-error";
import { steadyNow } from "@/lib/sessions/steady-now";

interface PanelSessionRow {
  readonly id: string;
  readonly login: string;
  readonly role: Role;
  readonly address: string;
  readonly peerAddress: string | null;
  readonly userAgent: string | null;
  readonly startedAt: Date;
  readonly lastActiveAt: Date;
}

interface RemovedRow extends Pick<PanelSessionRow, "id" | "login" | "startedAt"> {
  /** Who wants it ended. */
  readonly by: string | null;
}

/** Rollcall's own sign-ins, as stored. When the database cannot be used it throws an error with the code `store`. */
export interface PanelSessionRows {
  listSignedIn(now: Date): Promise<readonly PanelSessionRow[]>;
  isSignedIn(id: string, now: Date): Promise<boolean>;
  /** Compares and ends in one step. False when no such session is signed in. */
  remove(session: RemovedRow, now: Date): Promise<boolean>;
}

/** Rollcall's own sessions as a source like any other. */
export function openPanelSource(sourceId: string, rows: PanelSessionRows): SessionSource {
  return {
    id: sourceId,

    async list(signal) {
      signal.throwIfAborted();
      const now = steadyNow();
      const found = await orUnreachable(rows.listSignedIn(now));
      return found.map((row) => toSession(row, sourceId, now));
    },

    async act(refs, _action, signal, by) {
      const answers: Asked[] = [];
      for (const ref of refs) {
        signal.throwIfAborted();
        answers.push(await orUnreachable(remove(ref, rows, by ?? null)));
      }
      return answers;
    },
  };
}

async function remove(ref: SessionRef, rows: PanelSessionRows, by: string | null): Promise<Asked> {
  const now = steadyNow();
  const startedAt = new Date(ref.start ?? Number.NaN);
  const isComplete = ref.user !== null && !Number.isNaN(startedAt.getTime());
  if (isComplete && (await rows.remove({ id: ref.id, login: ref.user, startedAt, by }, now))) {
    return { status: "asked" };
  }
  return { status: (await rows.isSignedIn(ref.id, now)) ? "replaced" : "gone" };
}

function toSession(row: PanelSessionRow, sourceId: string, now: Date): PanelSession {
  const { id, login, role, address, peerAddress, userAgent, startedAt, lastActiveAt } = row;
  const idleMs = Math.max(0, now.getTime() - lastActiveAt.getTime());
  return {
    kind: "panel",
    ref: { sourceId, id, user: login, start: startedAt.toISOString(), name: null },
    user: login,
    type: role,
    remoteAddress: address,
    peerAddress,
    userAgent,
    startedAt,
    idleSeconds: Math.floor(idleMs / 1000),
  };
}

async function orUnreachable<Found>(query: Promise<Found>): Promise<Found> {
  try {
    return await query;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "store")) throw error;
    throw new SourceError("unreachable", reason("databaseSilent"), { cause: error });
  }
}
