import { type Command, shellLine } from "@/lib/sessions/command";
import type { ShellDialect } from "./shell-dialect";

/** Stands alone on a line between the answers of `chcp`, `query session` and `query user`. */
export const nextMark = "rollcall-next";

/** After what Windows says to each request: whether the program succeeded. */
export const takenMark = "rollcall-taken";
export const failedMark = "rollcall-failed";

/** Lists sessions and users, and the code page they are printed in. `.com` is spelled out for Git Bash. */
export const queryCommands: Readonly<Record<ShellDialect, Command>> = {
  cmd: shellLine`chcp.com & echo rollcall-next& query session & echo rollcall-next& query user & echo rollcall-end`,
  powershell: shellLine`$ProgressPreference='SilentlyContinue'; chcp.com; echo rollcall-next; query session; echo rollcall-next; query user; echo rollcall-end`,
  sh: shellLine`chcp.com 2>/dev/null; echo rollcall-next; query session; echo rollcall-next; query user; echo rollcall-end`,
};

/** What two small programs of Windows do. */
export type TerminalAction = "disconnect" | "logOff";
type CommandForIds = (ids: readonly number[]) => Command;

/**
 * One command line for all ids. The shell itself loops over them, so that a program which means
 * "myself" without an id never runs without one, and 1,000 ids fit into the 8,191 characters of cmd.
 */
export const actCommands: Readonly<
  Record<TerminalAction, Readonly<Record<ShellDialect, CommandForIds>>>
> = {
  disconnect: {
    cmd: (ids) =>
      shellLine`(for %i in (${ids}) do @(tsdiscon %i 2>&1 && echo rollcall-taken|| echo rollcall-failed)) & echo rollcall-end`,
    powershell: (ids) =>
      shellLine`foreach ($id in -split '${ids}') { tsdiscon $id 2>&1 | % ToString; if ($LASTEXITCODE -eq 0) { echo rollcall-taken } else { echo rollcall-failed } }; echo rollcall-end`,
    sh: (ids) =>
      shellLine`for id in ${ids}; do if tsdiscon $id 2>&1; then echo rollcall-taken; else echo rollcall-failed; fi; done; echo rollcall-end`,
  },
  logOff: {
    cmd: (ids) =>
      shellLine`(for %i in (${ids}) do @(logoff %i 2>&1 && echo rollcall-taken|| echo rollcall-failed)) & echo rollcall-end`,
    powershell: (ids) =>
      shellLine`foreach ($id in -split '${ids}') { logoff $id 2>&1 | % ToString; if ($LASTEXITCODE -eq 0) { echo rollcall-taken } else { echo rollcall-failed } }; echo rollcall-end`,
    sh: (ids) =>
      shellLine`for id in ${ids}; do if logoff $id 2>&1; then echo rollcall-taken; else echo rollcall-failed; fi; done; echo rollcall-end`,
  },
};
