import { readFileSync } from "node:fs";
import { type CheckedPath, shipped, shPart, shScript } from "@/lib/sessions/command";
import type { SessionAction } from "@/lib/sessions/session-action";
import type { Asked } from "@/lib/sessions/session-source";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";
import { toPlainWords } from "./plain-words";
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

/** @throws SourceError when a pid has no answer. */
export function parseEnded(
  { stdout }: Answer,
  endings: readonly Pick<Ending, "pid">[],
): ReadonlyMap<number, Asked> {
  const text = new TextDecoder().decode(stdout);
  const lines = text.matchAll(/^(asked|gone|replaced|refused) (\d+)(.*)$/gm);
  const asked = new Map(
    [...lines].map(([, word, pid, said]) => [Number(pid), toAsked(word, said)]),
  );
  const missing = endings.find(({ pid }) => !asked.has(pid));
  if (missing) {
    throw new SourceError("unreadable", `the server said nothing about process ${missing.pid}`);
  }
  return asked;
}

function toAsked(word: string | undefined, said = ""): Asked {
  if (word === "asked" || word === "gone" || word === "replaced") return { status: word };
  const words = toPlainWords(said);
  const reason = words.startsWith("sudo:")
    ? `its account needs the sudoers line for rollcall-end (${words})`
    : words;
  return { status: "refused", reason };
}
