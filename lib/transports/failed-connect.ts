import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";

/** A connection that did not come about, and when the next may be tried. */
export interface FailedConnect {
  readonly error: SourceError;
  /** The fingerprint that was the trusted one then. */
  readonly trusted: string | null;
  readonly failures: number;
  readonly refusedLogins: number;
  /** On the clock of `performance.now()`. */
  readonly retryAtMs: number;
}

interface Circumstances {
  readonly trusted: string | null;
  readonly before: FailedConnect | undefined;
  /** Nothing but other settings can help. */
  readonly isHopeless: boolean;
}

const firstDelayMs = 500;
const longestDelayMs = 30_000;
// An sshd, or what reads its log, bans an address that goes on guessing.
const maxRefusedLogins = 3;

export function toFailedConnect(
  error: SourceError,
  { trusted, before, isHopeless }: Circumstances,
): FailedConnect {
  const failures = (before?.failures ?? 0) + 1;
  const refusedLogins = (before?.refusedLogins ?? 0) + (error.code === "refused" ? 1 : 0);
  const isOver = isHopeless || refusedLogins >= maxRefusedLogins;
  return {
    error: isHopeless || !isOver ? error : toLastRefusal(error),
    trusted,
    failures,
    refusedLogins,
    retryAtMs: isOver ? Number.POSITIVE_INFINITY : performance.now() + toDelayMs(failures),
  };
}

/** A host key that was accepted meanwhile is tried at once. */
export function mayTryAgain(failed: FailedConnect, trusted: string | null): boolean {
  const isNewlyTrusted = failed.error.code === "not-trusted" && failed.trusted !== trusted;
  return isNewlyTrusted || performance.now() >= failed.retryAtMs;
}

/** Anything up to the doubled delay, so that servers lost together do not come back together. */
function toDelayMs(failures: number): number {
  return Math.random() * Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - 1));
}

function toLastRefusal(error: SourceError): SourceError {
  const why = reason("refusedOften", { why: error.reason, times: maxRefusedLogins });
  return new SourceError("refused", why, { cause: error });
}
