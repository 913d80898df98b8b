import type { Session, SessionKind } from "./session";
import type { Failure } from "./source-error";
import type { SourceLimit } from "./source-limit";

/** Which source an answer is of. */
export interface SourceLabel {
  /** `ts01/windows` */
  readonly id: string;
  readonly server: string;
  /** Name of the provider: `windows`. */
  readonly provider: string;
  readonly kind: SessionKind;
}

/**
 * The latest answer of one source. `stale`: it answered before and does not now, so its sessions are
 * old. `silent`: there is no answer to show. Neither is ever an empty list.
 */
export type SourceAnswer =
  | {
      readonly state: "answered";
      readonly source: SourceLabel;
      readonly sessions: readonly Session[];
      readonly answeredAt: Date;
      readonly limits: readonly SourceLimit[];
    }
  | {
      readonly state: "stale";
      readonly source: SourceLabel;
      readonly sessions: readonly Session[];
      readonly answeredAt: Date;
      readonly limits: readonly SourceLimit[];
      readonly failure: Failure;
      readonly failingSince: Date;
    }
  | {
      readonly state: "silent";
      readonly source: SourceLabel;
      readonly failure: Failure;
      readonly failingSince: Date;
    };

/** The latest answers of all sources of one kind, together. */
export interface Roll {
  readonly kind: SessionKind;
  readonly asOf: Date;
  readonly answers: readonly SourceAnswer[];
}

/** Sessions of answered and stale sources. */
export function sessionsOf(answer: SourceAnswer): readonly Session[] {
  return answer.state === "silent" ? [] : answer.sessions;
}
