import { toSudoRule } from "@/lib/providers/linux/sudo-rule";
import { shPart } from "@/lib/sessions/command";
import type { SourceLimit } from "@/lib/sessions/source-limit";

const grants = ["end", "signal", "signal-group", "sockets", "look", "pure-ftpwho"] as const;
type Grant = (typeof grants)[number];

/** What the account of this server may do, and which system accounts there are. */
export interface Rights {
  readonly account: string;
  readonly isRoot: boolean;
  /** By sudo, without a password. */
  readonly may: ReadonlySet<Grant>;
  /** Home directory by login, from /etc/passwd. */
  readonly homes: ReadonlyMap<string, string>;
}

/**
 * Asked seldom: a sudo that refuses writes to the server's log. It lists what needs a password too, so
 * each is tried, in a way that does nothing: no process has so high a number. Needs `$uid`, sets
 * `$may_look` and `$may_sockets`.
 */
export const rightsPart = shPart`printf "rollcall-account %s %s\\n" "$uid" "$(id -un)"
may() {
  grant=$1; shift
  sudo -n -l "$@" >/dev/null 2>&1 || return
  case $(sudo -n "$@" 2>&1 >/dev/null) in *"sudo: "*" is required"*) return 1 ;; esac
  echo "rollcall-may $grant"
}
if [ "$uid" != 0 ] && command -v sudo >/dev/null; then
  may end /usr/local/sbin/rollcall-end proftpd end -
  may look /usr/local/sbin/rollcall-look 2 && may_look=1
  may signal /usr/bin/kill -TERM 4194305
  may signal-group /usr/bin/kill -INT -- -4194305
  may sockets /usr/bin/ss -Htinp state established && may_sockets=1
fi
echo rollcall-passwd; cat /etc/passwd; echo; echo rollcall-passwd-end`;

export function parseRights(text: string): Rights | undefined {
  const [, uid, account] = /^rollcall-account (\d+) (\S+)$/m.exec(text) ?? [];
  if (account === undefined) return undefined;
  const [, passwd = ""] = /^rollcall-passwd\n([\s\S]*?)^rollcall-passwd-end$/m.exec(text) ?? [];
  const lines = [...passwd.matchAll(/^([^:\n]+):[^:\n]*:\d+:\d+:[^:\n]*:(\/[^:\n]*):/gm)];
  return {
    account,
    isRoot: uid === "0",
    may: new Set(grants.filter((grant) => text.includes(`\nrollcall-may ${grant}\n`))),
    homes: new Map(lines.map(([, login = "", home = ""]) => [login, home])),
  };
}

export function isAllowed({ isRoot, may }: Rights, grant: Grant): boolean {
  return isRoot || may.has(grant);
}

interface Seen {
  readonly rights: Rights | undefined;
  readonly hasSockets: boolean;
  readonly hasDetails: boolean;
  /** Which signal ends a session of this daemon. */
  readonly signal: "signal" | "signal-group";
}

/** What this account would see or could do with one more line in sudoers. */
export function limitsOf({ rights, hasSockets, hasDetails, signal }: Seen): readonly SourceLimit[] {
  if (!rights) return [];
  const { account, may, isRoot } = rights;
  const limits: SourceLimit[] = [];
  const add = (code: SourceLimit["code"], program: string) => {
    const remedy = isRoot ? null : toSudoRule(account, program);
    limits.push({ code, remedy, count: null });
  };
  const mayEnd = isRoot || may.has("end") || may.has(signal);
  if (!mayEnd) add("may-not-end", "/usr/local/sbin/rollcall-end");
  if (!hasSockets) add("no-sockets", "/usr/bin/ss -Htinp state established");
  if (!hasDetails) add("no-process-details", "/usr/local/sbin/rollcall-look");
  return limits;
}
