/** What is recorded, as `thing.verb`. */
export const auditEvents = [
  "sign-in",
  "sign-in.refuse",
  "sign-out",
  "factor.add",
  "factor.remove",
  "factor.rename",
  "factor.reset",
  "backup-codes.make",
  "proof.give",
  "panel-session.end",
  "action.refuse",
  "session.remove",
  "session.force-remove",
  "session.disconnect",
  "session.log-off",
  "session.reset",
  "session.send-message",
  "leftovers.clear",
  "server.look-at",
  "server.save",
  "server.remove",
  "server.import",
  "server.export",
  "server.trust",
  "user.add",
  "user.change",
  "user.password",
  "user.disable",
  "user.enable",
  "user.delete",
  "token.add",
  "token.remove",
  "domain.save",
  "domain.remove",
  "domain.import",
  "domain.export",
  "ftp-account.save",
  "ftp-account.remove",
  "settings.change",
  "audit.export",
] as const;
export type AuditEvent = (typeof auditEvents)[number];

/** `intent`: before anything is done; `outcome`: what became of it; `fact`: it has happened, and nobody asked before. */
export const auditPhases = ["intent", "outcome", "fact"] as const;
export type AuditPhase = (typeof auditPhases)[number];

/** As in the API; `gone`, `still-there` and `unknown` are what a start found of an act that a crash cut short. */
export const auditOutcomes = [
  "done",
  "already-gone",
  "replaced",
  "unconfirmed",
  "refused",
  "failed",
  "gone",
  "still-there",
  "unknown",
] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/** What else is known, such as what the row showed; kept as JSON. Never anything secret. */
export type AuditDetail = Readonly<Record<string, unknown>>;

/** To whom or what it is done. */
export interface AuditTarget {
  readonly server: string | null;
  readonly sourceId: string | null;
  readonly user: string | null;
  readonly address: string | null;
}

export interface AuditEntry extends AuditTarget {
  readonly at: Date;
  readonly event: AuditEvent;
  readonly phase: AuditPhase;
  /** What an intent and its outcome have in common, and nothing else. */
  readonly actId: string | null;
  /** Login of the person, `token <name>`, `console <account>`, or `rollcall itself` for what nobody asked for. */
  readonly operator: string;
  readonly operatorAddress: string | null;
  readonly outcome: AuditOutcome | null;
  /** In the operator's words. */
  readonly reason: string | null;
  readonly detail: AuditDetail;
}

/** An entry of the chain: its number, and the codes that bind it to what it says and to the one before. */
export interface ChainedEntry extends AuditEntry {
  /** 1, 2, 3 and so on. */
  readonly seq: number;
  /** Hex. Of the first entry, zeros. */
  readonly previousMac: string;
  readonly mac: string;
}

/** How far the chain went at some moment. */
export type AuditHead = Pick<ChainedEntry, "seq" | "mac">;

/** Where entries go. */
export interface AuditTrail {
  /** Resolves when all are on the disk, rejects when none is: then nothing may be done that they announce. */
  append(entries: readonly AuditEntry[]): Promise<void>;
  /** For what has happened already: what cannot be written now is kept, and tried again until it can be. */
  owe(entries: readonly AuditEntry[]): Promise<void>;
}
