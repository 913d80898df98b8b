import { userInfo } from "node:os";
import type { AuditActor } from "@/lib/sessions/record";

/** Who runs a command: the account of this machine. No login holds a space, so it is nobody's. */
export function consoleActor(): AuditActor {
  return { name: `console ${findAccount()}`, address: null };
}

function findAccount(): string {
  try {
    return userInfo().username;
  } catch (error) {
    // In a container an account may have a number only.
    if (!(error instanceof Error && "code" in error && error.code === "ERR_SYSTEM_ERROR"))
      throw error;
    return `uid ${process.getuid?.()}`;
  }
}
