import { clockPart, parseClock } from "@/lib/providers/linux/server-clock";
import { shPart, shScript } from "@/lib/sessions/command";
import type { Answer } from "@/lib/sessions/transport";

export interface SftpProcess {
  readonly pid: number;
  /** From boot to its start. With the pid it names one process for ever. */
  readonly startTicks: number;
  readonly user: string;
  /** Only root, and the user, may read it. */
  readonly remoteAddress: string | null;
}

/** Fields 3 and 22 of proc_pid_stat(5). The name may hold anything, so it is cut off at the last bracket. */
const statPart = shPart`read_stat() {
  stat=
  read -r stat 2>/dev/null <"/proc/$1/stat"
  set -- \${stat##*) }
  state=$1 start=\${20}
}`;

export const listProcesses = shScript`LC_ALL=C; export LC_ALL
${statPart}
${clockPart}
for file in $(grep -lsx sftp-server /proc/[0-9]*/comm); do
  folder=\${file%/comm}
  read_stat "\${folder#/proc/}"
  case $state in "" | Z) continue ;; esac
  client=$(tr "\\000" "\\n" 2>/dev/null <$folder/environ | sed -n "s/^SSH_CLIENT=\\([0-9a-f.:]*\\) .*/\\1/p")
  echo "rollcall-sftp \${folder#/proc/} $start $(stat -c %U $folder 2>/dev/null) $client"
done
echo rollcall-end`;

export function parseProcesses({ stdout }: Answer) {
  const text = new TextDecoder().decode(stdout);
  const lines = text.matchAll(/^rollcall-sftp (\d+) (\d+) (\S+) (\S*)$/gm);
  const processes = [...lines].map(
    ([, pid, startTicks, user = "", address]): SftpProcess => ({
      pid: Number(pid),
      startTicks: Number(startTicks),
      user,
      remoteAddress: address || null,
    }),
  );
  return { processes, clock: parseClock(text) };
}

/** Compares and signals in one step, and says a line for each: see `parseAsked`. */
export function askToEnd(endings: readonly SftpProcess[]) {
  const pairs = endings.flatMap(({ pid, startTicks }) => [pid, startTicks]);
  return shScript`LC_ALL=C; export LC_ALL
${statPart}
end_one() {
  read_stat "$1"
  if [ -z "$start" ]; then echo "gone $1"
  elif [ "$start" != "$2" ]; then echo "replaced $1"
  elif said=$(kill -TERM "$1" 2>&1); then echo "asked $1"
  else echo "refused $1 $said"; fi
}
set -- ${pairs}
while [ $# -gt 0 ]; do end_one "$1" "$2"; shift 2; done
echo rollcall-end`;
}
