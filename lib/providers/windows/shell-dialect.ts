import { type Command, shellLine } from "@/lib/sessions/command";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";

/** The shell that sshd of a Windows server gives to the account: its `DefaultShell`. */
export type ShellDialect = "cmd" | "powershell" | "sh";

/**
 * One line that every shell accepts. To cmd a single quote is text like any other, so it sees three
 * commands, the last a remark; the others see a quoted text, what `$?` is to them, and the mark.
 */
export const askForDialect: Command = shellLine`echo 'rollcall-cmd&echo rollcall-end&rem '; echo $?; echo rollcall-end`;

const quotedText = "rollcall-cmd&echo rollcall-end&rem";

export function parseDialect(stdout: Uint8Array): ShellDialect {
  const lines = Buffer.from(stdout)
    .toString("latin1")
    .split(/\r?\n/)
    .map((line) => line.trim());
  if (lines.includes("'rollcall-cmd")) return "cmd";
  const success = lines.includes(quotedText) ? lines[lines.indexOf(quotedText) + 1] : undefined;
  if (success === "True") return "powershell";
  if (success === "0") return "sh";
  throw new SourceError("unreadable", reason("noShellKnown"));
}
