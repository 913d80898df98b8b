const expected: ReadonlySet<unknown> = new Set(["env", "config", "store"]);

/** What the person who starts Rollcall reads when it does not start. A bug shows where it is. */
export function startProblem(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code: unknown = Reflect.get(error, "code");
  if (expected.has(code)) return error.message;
  if (code === "EADDRINUSE" || code === "EACCES" || code === "EADDRNOTAVAIL") {
    return `Rollcall cannot listen: ${error.message}. Set PORT and HOST to an address that is free.`;
  }
  return error.stack ?? error.message;
}
