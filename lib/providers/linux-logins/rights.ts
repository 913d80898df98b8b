import { toSudoRule } from "@/lib/providers/linux/sudo-rule";
import { shPart } from "@/lib/sessions/command";
import type { SourceLimit } from "@/lib/sessions/source-limit";

/**
 * Asked seldom: a sudo that refuses writes to the server's log. It lists what needs a password too, so
 * it is tried, in a way that does nothing.
 */
export const rightsPart = shPart`helper=/usr/local/sbin/rollcall-log-out
if [ "$(id -u)" = 0 ] || sudo -n $helper end >/dev/null 2>&1; then may=1; else may=0; fi
printf "rollcall-may-end %s %s\\n" "$may" "$(id -un)"`;

/** Undefined where it was not asked. */
export function parseRights(text: string): readonly SourceLimit[] | undefined {
  const [, may, account] = /^rollcall-may-end ([01]) (\S+)$/m.exec(text) ?? [];
  if (account === undefined) return undefined;
  if (may === "1") return [];
  const remedy = toSudoRule(account, "/usr/local/sbin/rollcall-log-out");
  return [{ code: "may-not-end", remedy, count: null }];
}
