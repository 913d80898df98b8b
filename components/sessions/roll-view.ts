import type { WireSource } from "@/lib/sessions/live-message";
import type { Session } from "@/lib/sessions/session";
import type { Failure } from "@/lib/sessions/source-error";
import type { SourceLimit } from "@/lib/sessions/source-limit";

export interface SourceView {
  readonly id: string;
  readonly server: string;
  readonly provider: string;
  readonly state: WireSource["state"];
  /** Null for a silent source. */
  readonly answeredAt: Date | null;
  /** Why it does not answer; null when it does. */
  readonly failure: Failure | null;
  /** What it printed that could not be understood, as far as it is bearable; null when there is none. */
  readonly printed: string | null;
  readonly limits: readonly SourceLimit[];
}

export interface SessionRow<Kind extends Session> {
  /** Names the session for as long as it is shown, also when more becomes known of it. */
  readonly key: string;
  readonly session: Kind;
  readonly server: string;
  readonly provider: string;
  /** The operator's own session. */
  readonly isOwn: boolean;
  /** When its source last answered, where it does not answer now; else null. */
  readonly staleSince: Date | null;
  /** When its source said what stands here: its seconds are counted from then. */
  readonly answeredAt: Date;
  /** What that answer could not tell. */
  readonly limits: readonly SourceLimit[];
}

export interface ShownRow<Kind extends Session> extends SessionRow<Kind> {
  /** The browser's clock when it was seen gone; null while it is there. */
  readonly endedAtMs: number | null;
}

export function toSourceView(source: WireSource): SourceView {
  const { id, server, provider, state, answeredAt, failure, limits } = source;
  return {
    id,
    server,
    provider,
    state,
    answeredAt: answeredAt === null ? null : new Date(answeredAt),
    failure,
    printed: failure && toPrinted(failure),
    limits,
  };
}

/** Nobody reads more. */
const longestPrinted = 16_000;

function toPrinted({ printed }: Failure): string | null {
  if (printed === undefined || printed.length <= longestPrinted) return printed ?? null;
  return `${printed.slice(0, longestPrinted)}\n…`;
}
