import { shScript } from "@/lib/sessions/command";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";

/** When the machine booted, and when those of the processes started that live and are proftpd. */
export function askForStarts(pids: readonly number[]) {
  return shScript`LC_ALL=C; export LC_ALL
set -- ${pids}
for pid; do shift; set -- "$@" "/proc/$pid/stat"; done
grep -hs -e "^btime" -e " (proftpd) " -e " (in.proftpd) " /proc/stat "$@"
[ -e /proc/1/stat ] || echo rollcall-hidden
echo rollcall-end`;
}

export interface ProcessStarts {
  readonly bootMs: number;
  /** Field 22 of /proc/PID/stat: with the pid, the identity of a process until the next boot. */
  readonly ticks: ReadonlyMap<number, number>;
}

/** A zombie (Z) has ended; nobody has asked yet how. inetd starts ProFTPD as `in.proftpd`. */
const liveStat = /^(\d+) \((?:in\.)?proftpd\) [^ZX](?: -?\d+){18} (\d+) /gm;

/**
 * Lines of /proc/stat and /proc/PID/stat, as proc(5) describes them.
 * @throws SourceError where processes of others are hidden: nobody would seem to live
 */
export function parseStarts({ stdout }: Answer): ProcessStarts {
  const text = new TextDecoder().decode(stdout);
  const bootSeconds = /^btime (\d+)$/m.exec(text)?.[1];
  if (!bootSeconds) throw new SourceError("unreadable", "/proc/stat cannot be read");
  if (/^rollcall-hidden$/m.test(text)) {
    const words =
      "this account may not see other accounts' processes (/proc is mounted with hidepid)";
    throw new SourceError("refused", words);
  }
  return {
    bootMs: Number(bootSeconds) * 1000,
    ticks: new Map(
      [...text.matchAll(liveStat)].map(([, pid, ticks]) => [Number(pid), Number(ticks)]),
    ),
  };
}
