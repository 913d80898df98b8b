import type { DetailsQuestion } from "@/lib/providers/ftp/details-part";
import type { FtpLook } from "@/lib/providers/ftp/open-ftp-source";
import type { Rights } from "@/lib/providers/ftp/rights";
import { createSteadyClock } from "@/lib/providers/linux/server-clock";
import { toSudoRule } from "@/lib/providers/linux/sudo-rule";
import { type CheckedPath, checkedPathSchema } from "@/lib/sessions/command";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { SourceLimit } from "@/lib/sessions/source-limit";
import type { Transport } from "@/lib/sessions/transport";
import { askFtpwho, parseFtpwho } from "./ask-ftpwho";
import { createLastTransfers } from "./last-transfers";
import {
  childTicksOf,
  findLive,
  type Listed,
  type Live,
  type Memory,
  nothing,
  type Seen,
} from "./live-entries";
import { type Reading, readAll, readChanges } from "./read-proftpd";
import { toFtpProcess } from "./to-ftp-process";
import { createWholeLogins } from "./whole-logins";

export interface ProftpdSettings {
  readonly scoreboard?: CheckedPath | undefined;
  readonly ftpwho?: CheckedPath | undefined;
  /** The daemon's binary, compared before a signal where the account may read it. */
  readonly program?: CheckedPath | undefined;
}

interface Remembered {
  readonly memory: Memory;
  readonly scoreboard: CheckedPath | undefined;
  readonly renewAtMs: number;
}

/** After this all processes are looked at anew, and the server's clock with them. */
const rememberedMs = 60_000;

/** One look at one daemon. Remembers between looks what need not be asked again. */
export function createLook(settings: ProftpdSettings, transport: Transport) {
  const toClock = createSteadyClock();
  const withoutLastTransfers = createLastTransfers();
  const withWholeLogins = createWholeLogins(transport);
  let remembered: Remembered = { memory: nothing, scoreboard: undefined, renewAtMs: 0 };
  let rights: Rights | undefined;

  async function read(question: DetailsQuestion, signal: AbortSignal) {
    const { memory, scoreboard, renewAtMs } = remembered;
    if (scoreboard && memory.daemonPid > 0 && performance.now() < renewAtMs) {
      const known = { scoreboard, memory };
      const changes = await readChanges(transport, known, question, signal);
      if (changes) return { reading: changes, memory, renewAtMs };
    }
    const known = { scoreboard: settings.scoreboard, toClock };
    const reading = await readAll(transport, known, question, signal);
    return { reading, memory, renewAtMs: performance.now() + rememberedMs };
  }

  return async (question: DetailsQuestion, signal: AbortSignal): Promise<FtpLook> => {
    // Two looks may run at once: each works on what it found, and the later one is remembered.
    const { reading, memory, renewAtMs } = await read(question, signal);
    const { path, details } = reading;
    const scoreboard = settings.scoreboard ?? checkedPathSchema.safeParse(path).data;
    const { ftpwho } = settings;
    const command = askFtpwho({ scoreboard, ftpwho });
    const listed = reading.listed ?? parseFtpwho(await transport.run(command, signal));
    const seen = reading.listed ? reading.seen : withChildren(reading.seen, listed.daemonPid);
    const { live, ended } = findLive(listed, seen, memory);
    const { daemonPid } = listed;
    const isDaemonGone = daemonPid > 0 && !seen.processes.has(daemonPid);
    const found = { live, ended, daemonPid, isDaemonGone, isFallback: !reading.listed };
    if (isDaemonGone && live.length === 0) {
      const why = reason("daemonEnded", { pid: daemonPid });
      throw new SourceError("unreachable", why, { isNobodyLeft: true });
    }
    const shown = withoutLastTransfers(await withWholeLogins(live, signal));
    remembered = { memory: toMemory(reading, listed, found), scoreboard, renewAtMs };
    rights = details.rights ?? rights;
    return {
      processes: shown.map((one) => toFtpProcess(one, seen.clock)),
      details,
      nowMs: seen.clock.nowMs,
      limits: limitsOf(found, { path, rights }),
    };
  };
}

interface Found extends Live {
  readonly daemonPid: number;
  readonly isDaemonGone: boolean;
  readonly isFallback: boolean;
}

function limitsOf(
  { daemonPid, isDaemonGone, isFallback, ended }: Found,
  scrub: { readonly path: string; readonly rights: Rights | undefined },
): readonly SourceLimit[] {
  const limits: SourceLimit[] = [];
  if (isFallback) limits.push({ code: "fallback", remedy: null, count: null });
  if (isDaemonGone) limits.push({ code: "daemon-gone", remedy: null, count: null });
  // A daemon takes entries of ended sessions out of its scoreboard itself; under inetd nobody does.
  if (daemonPid === 0 && ended.length > 0) {
    limits.push({ code: "leftovers", remedy: scrubRule(scrub), count: ended.length });
  }
  return limits;
}

/** Of a daemon whose own list is not understood, ftpwho says who it is. */
function withChildren(seen: Seen, daemonPid: number): Seen {
  return { ...seen, childTicks: childTicksOf(daemonPid, seen.processes) };
}

function toMemory(
  { listed: own, seen, hasChildren }: Reading,
  { daemonPid }: Listed,
  { live, ended }: Live,
): Memory {
  const daemon = own && hasChildren ? seen.processes.get(daemonPid) : undefined;
  return {
    daemonPid: daemon?.pid ?? 0,
    daemonTicks: daemon?.startTicks ?? 0,
    childTicks: seen.childTicks,
    live: new Map(live.map((one) => [one.pid, one])),
    ended: new Map(ended.map(({ slot, pid }) => [slot, pid])),
    others: live.flatMap(({ pid }) => (seen.childTicks.has(pid) ? [] : [pid])),
    bootMs: seen.clock.bootMs,
    board: own,
  };
}

function scrubRule({
  path,
  rights,
}: {
  readonly path: string;
  readonly rights: Rights | undefined;
}) {
  if (!rights || rights.isRoot) return null;
  // A path of other characters would mean something else in sudoers.
  if (!checkedPathSchema.safeParse(path).success) return null;
  return toSudoRule(rights.account, `/usr/sbin/ftpscrub -f ${path}`);
}
