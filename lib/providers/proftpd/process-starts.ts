import { shScript } from "@/lib/sessions/command";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";

/** When the machine booted, and when those of the processes started that live and are proftpd. */
export function askForStarts(pids: readonly number[]) {
  return shScript`LC_ALL=C; export LC_ALL
set -- ${pids}
for pid; do shift; set -- "$@" "/proc/$pid/stat"; done
grep -hs -e "^btime" -e " (proftpd) " /proc/stat "$@"
echo rollcall-end`;
}

export interface ProcessStarts {
  readonly bootMs: number;
  /** Field 22 of /proc/PID/stat: with the pid, the identity of a process until the next boot. */
  readonly ticks: ReadonlyMap<number, number>;
}

/** Lines of /proc/stat and /proc/PID/stat, as proc(5) describes them. */
export function parseStarts({ stdout }: Answer): ProcessStarts {
  const text = new TextDecoder().decode(stdout);
  const bootSeconds = /^btime (\d+)$/m.exec(text)?.[1];
  if (!bootSeconds) throw new SourceError("unreadable", "/proc/stat cannot be read");
  const lines = text.matchAll(/^(\d+) \(proftpd\) [A-Z](?: -?\d+){18} (\d+) /gm);
  return {
    bootMs: Number(bootSeconds) * 1000,
    ticks: new Map([...lines].map(([, pid, ticks]) => [Number(pid), Number(ticks)])),
  };
}
