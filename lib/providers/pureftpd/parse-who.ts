import { toSudoRule } from "@/lib/providers/linux/sudo-rule";
import type { CheckedPath } from "@/lib/sessions/command";
import { quoted, reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import { type Entry, parsePlist } from "./parse-plist";

/**
 * What pure-ftpwho said. `not-allowed`: this account may not run it as root, with the line for sudoers
 * that would let it, if one may be given; `refused`: sudo let it once, and does no longer.
 */
export type Who =
  | { readonly status: "answered"; readonly entries: readonly Entry[] }
  | { readonly status: "not-allowed" | "refused"; readonly remedy: string | null };

/** @throws SourceError when it was asked and gave no list that makes sense. */
export function parseWho(text: string, configured?: CheckedPath): Who {
  const [, list, code = "", uid, account = "", path = ""] = said.exec(text) ?? [];
  if (list === undefined) throw new SourceError("unreadable", reason("noWho"));
  // What else the account has in its PATH may be its own, and nothing to run as root.
  const isKnown = path === configured || /^\/usr\/(local\/)?s?bin\/pure-ftpwho$/.test(path);
  const remedy = isKnown ? toSudoRule(account, `${path} -p -n`) : null;
  if (code === "0") return { status: "answered", entries: parsePlist(list) };
  if (code === "not-allowed") return { status: "not-allowed", remedy };
  if (code === "1" && uid !== "0") return { status: "refused", remedy };
  if (code === "126" || code === "127")
    throw new SourceError("tool-missing", quoted("pure-ftpwho"));
  // It says nothing where its directory is missing: the first client that ever comes makes it.
  if (code === "255" && list === "") return { status: "answered", entries: [] };
  const why = reason("exitCode", { code });
  throw new SourceError("unreadable", reason("toolFailed", { tool: "pure-ftpwho", why }));
}

const said = /^rollcall-list\n([\s\S]*?)\n?^rollcall-ftpwho (\S+) (\d+) (\S+) (.*)$/m;
