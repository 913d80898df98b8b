import { toPlainWords } from "@/lib/providers/linux/plain-words";
import { type CheckedPath, shScript } from "@/lib/sessions/command";
import { quoted, reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";
import { findScoreboard } from "./find-scoreboard";

/** Takes the entries of processes that ended out of the scoreboard, as only root may. */
export function clearLeftovers(scoreboard: CheckedPath | undefined) {
  return shScript`LC_ALL=C; export LC_ALL
${findScoreboard(scoreboard)}
for ftpscrub in /usr/sbin/ftpscrub /usr/bin/ftpscrub /usr/local/sbin/ftpscrub /usr/local/bin/ftpscrub; do
  [ ! -x $ftpscrub ] || break
done
sudo=
[ "$(id -u)" = 0 ] || sudo="sudo -n"
if [ ! -e "$scoreboard" ]; then echo "$scoreboard does not exist" >&2; code=1
else $sudo $ftpscrub -f "$scoreboard"; code=$?
fi
echo "
rollcall-ftpscrub $code
rollcall-end"`;
}

/** @throws SourceError when nothing was cleared. */
export function assertCleared({ stdout, stderr }: Answer): void {
  const code = /^rollcall-ftpscrub (\d+)$/m.exec(new TextDecoder().decode(stdout))?.[1];
  if (code === "0") return;
  const said = toPlainWords(new TextDecoder().decode(stderr));
  if (code === "127" || code === "126") throw new SourceError("tool-missing", quoted("ftpscrub"));
  if (/^sudo: |not allowed|permission denied/i.test(said)) {
    throw new SourceError("refused", quoted(said));
  }
  const ended = code === undefined ? reason("noEnd") : reason("exitCode", { code });
  const why = said ? quoted(said) : ended;
  throw new SourceError("unreadable", reason("toolFailed", { tool: "ftpscrub", why }));
}
