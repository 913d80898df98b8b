import { inEnglish, type Reason, reason } from "./reason";

export const failureCodes = [
  "unreachable",
  "timed-out",
  "not-trusted",
  "refused",
  "tool-missing",
  "unreadable",
  "too-large",
  "not-recorded",
] as const;
export type FailureCode = (typeof failureCodes)[number];

/**
 * Why a source gave no answer. `reason` is what was seen: the sentence around it is made for the
 * screen. Null where the operator may not know it.
 */
export interface Failure {
  readonly code: FailureCode;
  readonly reason: Reason | null;
  /** True where it was seen that no session can be left: the software has ended with all of them. */
  readonly isNobodyLeft?: boolean;
  /** What the server printed and could not be understood. */
  readonly printed?: string;
}

interface SourceErrorOptions extends ErrorOptions {
  /** Nothing was asked of the server yet, so it cannot have acted. */
  readonly isBeforeAsking?: boolean;
  readonly isNobodyLeft?: boolean;
  readonly printed?: string;
}

/** Thrown by transports and sources when the server cannot answer. Compare `code`, never the class. */
export class SourceError extends Error implements Failure {
  readonly code: FailureCode;
  readonly reason: Reason;
  readonly isBeforeAsking: boolean;
  readonly isNobodyLeft: boolean;
  readonly printed?: string;

  constructor(code: FailureCode, why: Reason, options: SourceErrorOptions = {}) {
    super(`${code}: ${inEnglish(why)}`, options);
    this.name = "SourceError";
    this.code = code;
    this.reason = why;
    this.isBeforeAsking = options.isBeforeAsking ?? false;
    this.isNobodyLeft = options.isNobodyLeft ?? false;
    if (options.printed !== undefined) this.printed = options.printed;
  }
}

/** For the look of an `act`: should it fail, the core knows that the act itself was not sent. */
export async function beforeAsking<Found>(look: Promise<Found>): Promise<Found> {
  try {
    return await look;
  } catch (cause) {
    if (cause instanceof SourceError) {
      const { code, reason: why, ...seen } = cause;
      throw new SourceError(code, why, { ...seen, cause, isBeforeAsking: true });
    }
    if (cause instanceof Error && cause.name === "TimeoutError") {
      throw new SourceError("timed-out", reason("noAnswerInTime"), { cause, isBeforeAsking: true });
    }
    throw cause;
  }
}
