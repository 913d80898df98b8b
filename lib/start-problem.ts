const expected: ReadonlySet<unknown> = new Set(["env", "config", "store"]);

const unknownNames: ReadonlySet<unknown> = new Set(["ENOTFOUND", "EAI_AGAIN"]);

const mayNotWrite: ReadonlySet<unknown> = new Set(["EACCES", "EROFS", "EPERM"]);

/** What the person who starts Rollcall reads when it does not start. A bug shows where it is. */
export function startProblem(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code: unknown = Reflect.get(error, "code");
  if (expected.has(code)) return error.message;
  const call: unknown = Reflect.get(error, "syscall");
  if (call === "getaddrinfo" && unknownNames.has(code)) {
    return `Rollcall cannot listen: this machine finds no address for "${Reflect.get(error, "hostname")}"; set HOST to an address of its own, such as 127.0.0.1.`;
  }
  if (call === "listen") {
    return `Rollcall cannot listen (${error.message}): set PORT and HOST to an address of this machine that is free.`;
  }
  if (call === "access" && mayNotWrite.has(code)) {
    return `This release is not built yet, and this account may not write to ${Reflect.get(error, "path")}: run "npm run build" as the owner of that folder, then start again.`;
  }
  return error.stack ?? error.message;
}
