import { readFileSync } from "node:fs";
import { shipped, shPart, shScript } from "@/lib/sessions/command";
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
