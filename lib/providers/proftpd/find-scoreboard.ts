import {
  type CheckedPath,
  checkedPathSchema,
  type ShellPart,
  shPart,
  shScript,
} from "@/lib/sessions/command";
import type { FoundSettings } from "@/lib/sessions/session-provider";
import type { Answer } from "@/lib/sessions/transport";

/**
 * The scoreboards of all daemons and sessions, a line each: all keep a file of the same name open with
 * `.lck` behind it. Only root sees which. A session may have any file of its user's open, and any
 * account may call a program proftpd, so both files must be root's; neither is opened before that is known.
 */
const scoreboardsInUse = shPart`
folders=$(grep -lsx -e proftpd -e in.proftpd /proc/[0-9]*/comm | sed "s,comm$,fd,")
locks=$(find /dev/null $folders -maxdepth 1 -lname "/*.lck" 2>/dev/null)
find -L /dev/null $locks -maxdepth 0 -type f -uid 0 -exec readlink {} + 2>/dev/null |
sed -n "s,^\\(/.*\\)\\.lck$,\\1,p" | sort -u | while read -r file; do
  [ "$(find "$file" -maxdepth 0 -type f -uid 0 2>/dev/null)" ] || continue
  case $(od -An -tx1 -N4 "$file" 2>/dev/null) in " ef be ad de") printf "%s\\n" "$file" ;; esac
done`;

/** A piece of a script that sets `$scoreboard`: as configured, else as root by the daemon, else where it usually is. */
export function findScoreboard(known: CheckedPath | undefined): ShellPart {
  if (known) return shPart`scoreboard="${known}"`;
  return shPart`scoreboard=
if [ "$(id -u)" = 0 ]; then scoreboard=$(${scoreboardsInUse}
); scoreboard=\${scoreboard%%"
"*}; fi
for config in /etc/proftpd/proftpd.conf /etc/proftpd.conf; do
  [ -n "$scoreboard" ] || scoreboard=$(sed -n "s,^[[:space:]]*ScoreboardFile[[:space:]]*\\"*\\(/[^\\"[:space:]]*\\).*,\\1,Ip" $config 2>/dev/null | tail -n 1)
done
for file in /run/proftpd.scoreboard /run/proftpd/proftpd.scoreboard /var/run/proftpd.scoreboard \
  /var/run/proftpd/proftpd.scoreboard /var/proftpd/proftpd.scoreboard; do
  [ -n "$scoreboard" ] || [ ! -e $file ] || scoreboard=$file
done
[ -n "$scoreboard" ] || scoreboard=/run/proftpd.scoreboard`;
}

/** Whether ProFTPD runs there, and which scoreboards there are. */
export const askForDaemons = shScript`LC_ALL=C; export LC_ALL
grep -qs -e " (proftpd) [^ZX]" -e " (in.proftpd) [^ZX]" /proc/[0-9]*/stat && echo rollcall-running
${findScoreboard(undefined)}
[ ! -e "$scoreboard" ] || printf "rollcall-scoreboard\\n%s\\n" "$scoreboard"
[ "$(id -u)" = 0 ] && {${scoreboardsInUse}
}
echo rollcall-end`;

/** One for each daemon whose scoreboard is seen, or for the sessions that run without one. */
export function parseDaemons({ stdout }: Answer): readonly FoundSettings[] {
  const lines = new TextDecoder().decode(stdout).split("\n");
  if (!lines.includes("rollcall-running")) return [];
  const paths = new Set(lines.filter((line) => checkedPathSchema.safeParse(line).success));
  if (paths.size > 0) return [...paths].sort().map((scoreboard) => ({ scoreboard }));
  // A path that no command may hold is looked for anew by each command.
  return lines.includes("rollcall-scoreboard") ? [{}] : [];
}
