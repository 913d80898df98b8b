import { shPart } from "@/lib/sessions/command";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";

/** In which the kernel counts when a process started (proc(5), USER_HZ). */
export const msPerTick = 10;

/**
 * For how long the server is up, by the start of the shell that is asked: in a container /proc/uptime
 * and the time of boot may be its own (lxcfs), while processes count from the boot of the machine.
 */
export const uptimePart = shPart`read -r own </proc/self/stat
set -- \${own##*) }
echo "rollcall-uptime \${20}"`;

/** The server's clock, and whether it lets this account see who runs what. */
export const clockPart = shPart`${uptimePart}
echo "rollcall-now $(date +%s.%N)"
[ -e /proc/1/stat ] || echo rollcall-hidden`;

export interface Clock {
  readonly bootMs: number;
  /** The server's clock, ms since 1970. */
  readonly nowMs: number;
}

/** From the line that `uptimePart` prints. Undefined where there is none. */
export function parseUptimeMs(text: string): number | undefined {
  const ticks = /^rollcall-uptime (\d+)$/m.exec(text)?.[1];
  return ticks === undefined ? undefined : Number(ticks) * msPerTick;
}

/**
 * From the lines that `clockPart` prints.
 * @throws SourceError where there is no such /proc, or processes of others are hidden: nobody would seem to live
 */
export function parseClock(text: string): Clock {
  const uptimeMs = parseUptimeMs(text);
  // Not every date knows parts of a second.
  const nowSeconds = /^rollcall-now (\d+(?:\.\d+)?)/m.exec(text)?.[1];
  if (uptimeMs === undefined || nowSeconds === undefined) {
    throw new SourceError("unreadable", reason("noProc"));
  }
  if (/^rollcall-hidden$/m.test(text)) {
    throw new SourceError("refused", reason("processesHidden"));
  }
  const nowMs = Math.round(Number(nowSeconds) * 1000);
  return { bootMs: nowMs - uptimeMs, nowMs };
}

/** The time of boot is worked out anew each time, and a second's difference is none. */
export function createSteadyClock(): (seen: Clock) => Clock {
  let known: number | undefined;
  return ({ bootMs, nowMs }) => {
    if (known === undefined || Math.abs(bootMs - known) > toleranceMs) known = bootMs;
    return { bootMs: known, nowMs: known + nowMs - bootMs };
  };
}

const toleranceMs = 1500;
