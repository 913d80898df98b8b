import { shPart } from "@/lib/sessions/command";
import { SourceError } from "@/lib/sessions/source-error";

/** The server's clock, and whether it lets this account see who runs what. */
export const clockPart = shPart`read -r uptime rest </proc/uptime
grep -s "^btime" /proc/stat
[ -e /proc/1/stat ] || echo rollcall-hidden
echo "rollcall-uptime $uptime"`;

export interface Clock {
  readonly bootMs: number;
  /** The server's clock, ms since 1970. */
  readonly nowMs: number;
}

/**
 * From the lines that `clockPart` prints.
 * @throws SourceError where there is no such /proc, or processes of others are hidden: nobody would seem to live
 */
export function parseClock(text: string): Clock {
  const bootSeconds = /^btime (\d+)$/m.exec(text)?.[1];
  const uptimeSeconds = /^rollcall-uptime (\d+\.\d+)$/m.exec(text)?.[1];
  if (!bootSeconds || !uptimeSeconds) {
    throw new SourceError("unreadable", "it has no /proc as Linux has it");
  }
  if (/^rollcall-hidden$/m.test(text)) {
    const words =
      "this account may not see other accounts' processes (/proc is mounted with hidepid)";
    throw new SourceError("refused", words);
  }
  const bootMs = Number(bootSeconds) * 1000;
  return { bootMs, nowMs: bootMs + Number(uptimeSeconds) * 1000 };
}

/** The kernel works the time of boot out anew each time, and a second's difference is none. */
export function createSteadyBoot(): (bootMs: number) => number {
  let known: number | undefined;
  return (bootMs) => {
    if (known === undefined || Math.abs(bootMs - known) > toleranceMs) known = bootMs;
    return known;
  };
}

const toleranceMs = 1500;
