import { type Command, type ShellPart, shellLine, shPart } from "@/lib/sessions/command";
import type { TerminalAction } from "@/lib/sessions/session-action";
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

const programs: Readonly<Record<Exclude<TerminalAction, "sendMessage">, ShellPart>> = {
  disconnect: shPart`tsdiscon`,
  logOff: shPart`logoff`,
  reset: shPart`rwinsta`,
};

/**
 * One command line for all ids. The shell itself loops over them, so that a program which means
 * "myself" without an id never runs without one, and 1,000 ids fit into the 8,191 characters of cmd.
 */
export function actCommand(
  action: keyof typeof programs,
  dialect: ShellDialect,
  ids: readonly number[],
): Command {
  const program = programs[action];
  switch (dialect) {
    case "cmd":
      return shellLine`(for %i in (${ids}) do @(${program} %i 2>&1 && echo rollcall-taken|| echo rollcall-failed)) & echo rollcall-end`;
    case "powershell":
      return shellLine`foreach ($id in -split '${ids}') { ${program} $id 2>&1 | % ToString; if ($LASTEXITCODE -eq 0) { echo rollcall-taken } else { echo rollcall-failed } }; echo rollcall-end`;
    case "sh":
      return shellLine`for id in ${ids}; do if ${program} $id 2>&1; then echo rollcall-taken; else echo rollcall-failed; fi; done; echo rollcall-end`;
  }
}

/** `msg` reads its text from the input, to the end: one session a command. */
export function messageCommand(dialect: ShellDialect, id: number): Command {
  switch (dialect) {
    case "cmd":
      return shellLine`(msg ${id} 2>&1 && echo rollcall-taken|| echo rollcall-failed) & echo rollcall-end`;
    case "powershell":
      return shellLine`$OutputEncoding = [Console]::OutputEncoding; $input | msg ${id} 2>&1 | % ToString; if ($LASTEXITCODE -eq 0) { echo rollcall-taken } else { echo rollcall-failed }; echo rollcall-end`;
    case "sh":
      return shellLine`if msg ${id} 2>&1; then echo rollcall-taken; else echo rollcall-failed; fi; echo rollcall-end`;
  }
}
