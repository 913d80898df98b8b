import { packedPart, unpack } from "@/lib/providers/linux/packed";
import { clockPart, createSteadyClock, parseClock } from "@/lib/providers/linux/server-clock";
import { shPart, shScript } from "@/lib/sessions/command";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { SourceLimit } from "@/lib/sessions/source-limit";
import type { Transport } from "@/lib/sessions/transport";
import { joinLogins } from "./join-logins";
import type { Login } from "./login";
import { type LogindSession, parseLogind } from "./parse-logind";
import { parseProcesses } from "./parse-processes";
import { parseTerminals } from "./parse-terminals";
import { parseUtmp, type UtmpLogin } from "./parse-utmp";
import { parseRights, rightsPart } from "./rights";

export interface Look {
  readonly logins: readonly Login[];
  /** Another one after every boot. */
  readonly bootId: string;
  /** The server's clock, ms since 1970. */
  readonly nowMs: number;
  /** Undefined where it was not asked. */
  readonly limits: readonly SourceLimit[] | undefined;
}

/**
 * Exit code, sessions and terminals of logind. One that ends between the two commands makes the second
 * fail, so it is tried again. Without an id, loginctl would print its own properties.
 */
const logindPart = shPart`read_logind() {
  listed=$(timeout 4 loginctl list-sessions --no-legend --no-pager 2>/dev/null) || return
  ids=$(printf "%s\\n" "$listed" | sed "s/^ *//; s/ .*//")
  [ -n "$ids" ] || { shown=; return 0; }
  shown=$(TZ=UTC timeout 4 loginctl show-session --no-pager -p Id -p Name -p User -p Leader -p TTY -p RemoteHost -p Class -p State -p IdleHint -p IdleSinceHint -p Timestamp -p Display $ids 2>/dev/null)
}
if command -v loginctl >/dev/null; then
  for turn in 1 2 3; do
    read_logind
    code=$?
    case $code in 0 | 124) break ;; esac
  done
  echo "rollcall-logind $code"
  printf "%s\\n" "$shown"
  echo rollcall-logind-end
fi`;

const machinePart = shPart`echo "rollcall-self $$"
echo "rollcall-machine $(uname -m)"
echo "rollcall-boot $(cat /proc/sys/kernel/random/boot_id)"
if [ -r /run/utmp ]; then
  echo rollcall-utmp
  base64 /run/utmp && echo rollcall-utmp-end
fi
stat -c "rollcall-terminal %t %T %X %n" /dev/pts/[0-9]* /dev/tty* /dev/console /dev/hvc* 2>/dev/null
grep -ls "/user\\.slice" /proc/[0-9]*/cgroup | sed "s/^/rollcall-managed /"
stat -c "rollcall-owner %u %n" /proc/[0-9]* 2>/dev/null
grep -Hs "^[0-9]* (" /proc/[0-9]*/stat`;

const lookPart = shPart`${clockPart}
${logindPart}
${machinePart}`;
const look = shScript`${packedPart(lookPart)}`;
const lookWithRights = shScript`${packedPart(shPart`${lookPart}
${rightsPart}`)}`;

/** One command, one answer. */
export function createLook(transport: Transport) {
  const toClock = createSteadyClock();
  let hadLogind = false;
  return async (signal: AbortSignal, needsRights: boolean): Promise<Look> => {
    const { stdout } = await transport.run(needsRights ? lookWithRights : look, signal);
    const text = unpack(stdout).toString("utf8");
    const { bootMs, nowMs } = toClock(parseClock(text));
    const { sessions, records } = parseSources(text, hadLogind);
    hadLogind = sessions !== undefined;
    const logins = joinLogins({
      sessions,
      records: records ?? [],
      ...parseLiving(text),
      terminals: parseTerminals(text),
      managed: parseManaged(text),
      bootMs,
    });
    return { logins, bootId: wordOf(text, "boot"), nowMs, limits: parseRights(text) };
  };
}

interface Sources {
  readonly sessions: readonly LogindSession[] | undefined;
  readonly records: readonly UtmpLogin[] | undefined;
}

/** @throws SourceError when neither is there, or logind is and does not answer. */
export function parseSources(text: string, hadLogind: boolean): Sources {
  const sessions = parseSessions(text, hadLogind);
  const records = parseRecords(text);
  if (!sessions && !records) {
    throw new SourceError("tool-missing", reason("noLogins"));
  }
  return { sessions, records };
}

function parseSessions(text: string, hadLogind: boolean): readonly LogindSession[] | undefined {
  const [, code, shown = ""] =
    /^rollcall-logind (\d+)\n([\s\S]*?)^rollcall-logind-end$/m.exec(text) ?? [];
  if (code === "0") return parseLogind(shown);
  // The names that utmp gives the same logins are others: who is in would seem to have left.
  if (code === timedOut || hadLogind) {
    throw new SourceError("timed-out", reason("logindSilent"));
  }
  return undefined;
}

/** Of timeout(1). */
const timedOut = "124";

function parseRecords(text: string): readonly UtmpLogin[] | undefined {
  if (!/^rollcall-utmp$/m.test(text)) return undefined;
  const [, packed] = /^rollcall-utmp\n([\s\S]*?)^rollcall-utmp-end$/m.exec(text) ?? [];
  if (packed === undefined) {
    throw new SourceError("unreadable", reason("utmpNotWhole"));
  }
  return parseUtmp(Buffer.from(packed, "base64"), wordOf(text, "machine"));
}

/** @throws SourceError where the shell that asked is not among the processes: nobody would seem to live */
export function parseLiving(text: string) {
  const self = Number(wordOf(text, "self"));
  const processes = parseProcesses(text);
  const owners = parseOwners(text);
  if (!processes.has(self) || !owners.has(self)) {
    throw new SourceError("unreadable", reason("processesNotRead"));
  }
  return { self, processes, owners };
}

function parseOwners(text: string): ReadonlyMap<number, number> {
  const lines = text.matchAll(/^rollcall-owner (\d+) \/proc\/(\d+)$/gm);
  return new Map([...lines].map(([, uid, pid]) => [Number(pid), Number(uid)]));
}

function parseManaged(text: string): ReadonlySet<number> {
  const lines = text.matchAll(/^rollcall-managed \/proc\/(\d+)\/cgroup$/gm);
  return new Set([...lines].map(([, pid]) => Number(pid)));
}

function wordOf(text: string, name: "self" | "machine" | "boot"): string {
  const word = new RegExp(`^rollcall-${name} (\\S+)$`, "m").exec(text)?.[1];
  if (word === undefined) throw new SourceError("unreadable", reason("noPart", { part: name }));
  return word;
}
