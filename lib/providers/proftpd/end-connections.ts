import { shScript } from "@/lib/sessions/command";
import type { Asked } from "@/lib/sessions/session-source";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";
import type { LiveConnection } from "./live-connections";
import type { ProftpdSettings } from "./who-is-connected";

/**
 * Sends SIGTERM to each process that is still the one that was seen: same pid, same start, proftpd.
 * Comparison and signal are one step on the server, since a pid may be a stranger's a moment later.
 */
export function endConnections(
  connections: readonly Pick<LiveConnection, "pid" | "startTicks">[],
  { program }: ProftpdSettings,
) {
  const pairs = connections.flatMap(({ pid, startTicks }) => [pid, startTicks]);
  return shScript`LC_ALL=C; export LC_ALL; set -f
program="${program}"
end() {
  pid=$1; start=$2; line=
  read -r line 2>/dev/null <"/proc/$pid/stat"
  case $line in "$pid (proftpd) "[!ZX]*|"$pid (in.proftpd) "[!ZX]*) ;; *) echo "gone $pid"; return ;; esac
  set -- \${line##*") "}
  shift 19
  if [ "$1" != "$start" ]; then echo "replaced $pid"; return; fi
  binary=$(readlink "/proc/$pid/exe" 2>/dev/null)
  if [ -n "$program" ] && [ -n "$binary" ] && [ "\${binary% (deleted)}" != "$program" ]; then
    echo "replaced $pid"; return
  fi
  if said=$(kill -TERM "$pid" 2>&1) || said=$(sudo -n /usr/bin/kill -TERM "$pid" 2>&1)
  then echo "asked $pid"
  elif [ -e "/proc/$pid" ]; then echo refused "$pid" $said
  else echo "gone $pid"
  fi
}
set -- ${pairs}
while [ $# -gt 1 ]; do end "$1" "$2"; shift 2; done
echo rollcall-end`;
}

/** @throws SourceError when a pid has no answer. */
export function parseEnded(
  answer: Answer,
  processes: readonly Pick<LiveConnection, "pid">[],
): ReadonlyMap<number, Asked> {
  const text = new TextDecoder().decode(answer.stdout);
  const lines = text.matchAll(/^(asked|gone|replaced|refused) (\d+)(.*)$/gm);
  const asked = new Map(
    [...lines].map(([, word, pid, said]) => [Number(pid), toAsked(word, said)]),
  );
  const missing = processes.find(({ pid }) => !asked.has(pid));
  if (missing) {
    throw new SourceError("unreadable", `the server said nothing about process ${missing.pid}`);
  }
  return asked;
}

function toAsked(word: string | undefined, said = ""): Asked {
  if (word === "asked" || word === "gone" || word === "replaced") return { status: word };
  const reason = said
    .replace(/[^\x20-\x7e]+/g, " ")
    .trim()
    .slice(0, 200);
  return { status: "refused", reason };
}
