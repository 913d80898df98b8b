import { readFileSync } from "node:fs";
import { toPlainWords } from "@/lib/providers/ftp/plain-words";
import { shipped, shPart, shScript } from "@/lib/sessions/command";
import type { Asked } from "@/lib/sessions/session-source";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";
import type { Login } from "./login";

const rollcallLogOut = shipped(
  readFileSync(new URL("./rollcall-log-out", import.meta.url), "utf8"),
);

type Ending = Pick<Login, "pid" | "startTicks" | "uid" | "logindId">;

/** As root or the account's own; or by `rollcall-log-out` where sudo allows it. */
export function logOut(endings: readonly Ending[], action: "logOff" | "reset") {
  const tuples = endings.flatMap(({ pid, startTicks, uid, logindId }) => [
    pid,
    startTicks,
    uid,
    logindId === null ? inUtmp : inLogind,
  ]);
  const signal = action === "reset" ? shPart`force` : shPart`end`;
  return shScript`set -- ${signal} ${tuples}
by_hand() {
${rollcallLogOut}
}
helper=/usr/local/sbin/rollcall-log-out
if [ "$(id -u)" = 0 ] || [ ! -x $helper ] || ! sudo -n $helper "$@" 2>/dev/null; then by_hand "$@"; fi
echo rollcall-end`;
}

/** Who knows a login, as `rollcall-log-out` counts them. */
const inLogind = 1;
const inUtmp = 2;

/** @throws SourceError when a pid has no answer. */
export function parseLoggedOut(
  { stdout }: Answer,
  endings: readonly Pick<Ending, "pid">[],
): ReadonlyMap<number, Asked> {
  const text = new TextDecoder().decode(stdout);
  const lines = text.matchAll(/^(asked|gone|replaced|refused) (\d+)(.*)$/gm);
  const asked = new Map(
    [...lines].map(([, word, pid, said]) => [Number(pid), toAsked(word, said)]),
  );
  const missing = endings.find(({ pid }) => !asked.has(pid));
  if (missing) {
    throw new SourceError("unreadable", `the server said nothing about process ${missing.pid}`);
  }
  return asked;
}

function toAsked(word: string | undefined, said = ""): Asked {
  if (word === "asked" || word === "gone" || word === "replaced") return { status: word };
  return { status: "refused", reason: toPlainWords(said) || "the server did not say why" };
}
