import { join, resolve } from "node:path";
import type { LimitHere } from "@/lib/sessions/here";
import type { SourceLimit } from "@/lib/sessions/source-limit";

/** With the command that lifts it; with no line for sudoers where that would lift nothing. */
export function toLimitHere(limit: SourceLimit, hasSudo: boolean): LimitHere {
  const command = toCommand(limit);
  const isShutIn = command !== null && !hasSudo;
  return { ...limit, ...(isShutIn ? { command: null, remedy: null } : { command }), isShutIn };
}

const providers = resolve(import.meta.dirname, "..", "providers");

/** The helpers that sudo rules name, where this Rollcall has them. */
const helpers: Readonly<Record<string, string>> = {
  "rollcall-end": join(providers, "ftp", "rollcall-end"),
  "rollcall-look": join(providers, "ftp", "rollcall-look"),
  "rollcall-log-out": join(providers, "linux-logins", "rollcall-log-out"),
};

/** Installs what the rule is for, then adds the rule by way of visudo, which refuses a file that sudo could not read. */
function toCommand({ remedy }: SourceLimit): string | null {
  if (!remedy?.includes(" NOPASSWD: ")) return null;
  const addRule = `echo ${quote(remedy)} | sudo EDITOR='tee -a' visudo -f /etc/sudoers.d/rollcall`;
  const [, name = ""] = /\/(rollcall-[a-z-]+)$/.exec(remedy) ?? [];
  const helper = helpers[name];
  if (helper === undefined) return addRule;
  return `sudo install -m 755 ${quote(helper)} /usr/local/sbin/ && ${addRule}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
