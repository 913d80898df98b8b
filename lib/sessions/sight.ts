import { toPlainDomain } from "./plain-domain";
import { isSameSession } from "./same-session";
import type { Session, SessionKind } from "./session";
import type { SessionRef } from "./session-ref";

/** What somebody may see who may not see everything. */
export interface Sight {
  /** Of these people the panel sessions. */
  readonly logins: ReadonlySet<string>;
  /** Of these domains, in plain form, the FTP sessions; null: no FTP sessions at all. */
  readonly domains: ReadonlySet<string> | null;
}

/** Whose part of the world an operator sees. */
interface Seer {
  readonly sees: "everything" | Sight;
}

export function canSee({ sees }: Seer, session: Session): boolean {
  if (sees === "everything") return true;
  switch (session.kind) {
    case "panel":
      return session.user !== null && sees.logins.has(session.user);
    case "ftp": {
      const domain = session.domain === null ? undefined : toPlainDomain(session.domain);
      return domain !== undefined && sees.domains?.has(domain) === true;
    }
    case "terminal":
      return false;
  }
}

/** Whether there is a page for sessions of this kind, be it an empty one. */
export function canAsk({ sees }: Seer, kind: SessionKind): boolean {
  if (sees === "everything") return true;
  switch (kind) {
    case "panel":
      return true;
    case "ftp":
      return sees.domains !== null;
    case "terminal":
      return false;
  }
}

/** Who has no domains misses no answer, whatever server is silent. */
export function isAlwaysEmpty({ sees }: Seer, kind: SessionKind): boolean {
  return kind === "ftp" && sees !== "everything" && sees.domains?.size === 0;
}

/** Among sessions that were listed just now: a ref claims a user, and its claim is worth nothing. */
export function canSeeRef(seer: Seer, ref: SessionRef, listed: readonly Session[]): boolean {
  return (
    seer.sees === "everything" ||
    listed.some((session) => isSameSession(ref, session.ref) && canSee(seer, session))
  );
}

/** Who has the same key sees the same. */
export function toSightKey({ sees }: Seer): string {
  if (sees === "everything") return sees;
  const sorted = (names: ReadonlySet<string> | null) => names && [...names].toSorted();
  return JSON.stringify([sorted(sees.logins), sorted(sees.domains)]);
}
