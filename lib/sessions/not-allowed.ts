/** The operator's rights do not reach so far. Thrown before anything is done; no page offers it. */
export class NotAllowed extends Error {
  readonly code = "not-allowed";

  constructor(message: string) {
    super(message);
    this.name = "NotAllowed";
  }
}

/** Also of a class that another bundle has loaded. */
export function isNotAllowed(error: unknown): error is NotAllowed {
  return error instanceof Error && "code" in error && error.code === "not-allowed";
}
