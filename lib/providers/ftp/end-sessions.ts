import { readFileSync } from "node:fs";
import { type CheckedPath, shipped, shPart, shScript } from "@/lib/sessions/command";
import type { SessionAction } from "@/lib/sessions/session-action";
import { posixSum } from "./posix-sum";

const rollcallEnd = shipped(readFileSync(new URL("./rollcall-end", import.meta.url), "utf8"));

const daemonNames = {
  proftpd: shPart`proftpd`,
  pureftpd: shPart`pure-ftpd`,
  vsftpd: shPart`vsftpd`,
} as const;
type Daemon = keyof typeof daemonNames;

export interface Ending {
  readonly pid: number;
  readonly startTicks: number;
  /** Bytes that say whose session it is, as `rollcall-end` finds them; empty before the login. */
  readonly userBytes: Uint8Array;
}

interface EndOptions {
  readonly daemon: Daemon;
  readonly action: SessionAction;
  readonly program: CheckedPath | undefined;
}

/**
 * Signals each process that is still the one that was seen: same pid, start, program and user. As
 * root; or by `rollcall-end` where sudo allows it; or else by sudo with the rule for `kill` alone.
 */
export function endSessions(endings: readonly Ending[], { daemon, action, program }: EndOptions) {
  const tuples = endings.flatMap(({ pid, startTicks, userBytes }) => [
    pid,
    startTicks,
    userBytes.length,
    userBytes.length > 0 ? posixSum(userBytes) : 0,
  ]);
  const signal = action === "forceRemove" ? shPart`force` : shPart`end`;
  return shScript`set -- ${daemonNames[daemon]} ${signal} ${program ?? shPart`-`} ${tuples}
by_hand() {
  if [ "$(id -u)" != 0 ]; then
    kill() {
      command kill "$@" 2>/dev/null && return
      case $2 in -*) set -- "$1" -- "$2" ;; esac
      sudo -n /usr/bin/kill "$@"
    }
  fi
${rollcallEnd}
}
helper=/usr/local/sbin/rollcall-end
if [ "$(id -u)" = 0 ] || [ ! -x $helper ] || ! sudo -n $helper "$@" 2>/dev/null; then by_hand "$@"; fi
echo rollcall-end`;
}
