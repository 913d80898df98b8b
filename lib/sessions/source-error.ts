export const failureCodes = [
  "unreachable",
  "timed-out",
  "not-trusted",
  "refused",
  "tool-missing",
  "unreadable",
  "too-large",
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** Why a source gave no answer. `reason` is what was seen, in a few words: the sentence around it is made for the screen. */
export interface Failure {
  readonly code: FailureCode;
  readonly reason: string;
}

/** Thrown by transports and sources when the server cannot answer. Compare `code`, never the class. */
export class SourceError extends Error implements Failure {
  readonly code: FailureCode;
  readonly reason: string;

  constructor(code: FailureCode, reason: string, options?: ErrorOptions) {
    super(`${code}: ${reason}`, options);
    this.name = "SourceError";
    this.code = code;
    this.reason = reason;
  }
}
