import type { Words } from "@/components/words/words";
import type { SourceLabel } from "@/lib/sessions/roll";
import type { LimitCode, SourceLimit } from "@/lib/sessions/source-limit";
import { sourceTitle } from "./source-title";

/** What is missing, in words that need no knowledge of the server. */
export function limitSentence(
  words: Words,
  { provider }: Pick<SourceLabel, "provider">,
  { code, count }: Pick<SourceLimit, "code" | "count">,
): string {
  const { exactLimits, limitSentences } = words;
  const title = sourceTitle(words, provider);
  if (code === "may-not-end" && provider === "linux-logins") return exactLimits.ownLoginsOnly;
  if (code === "leftovers" && count !== null) return exactLimits.leftovers(count, title);
  return limitSentences[code](title);
}

/** What to do about it; where there is a line to add, it follows. */
export function limitAdvice(
  words: Words,
  { code, remedy }: Pick<SourceLimit, "code" | "remedy">,
): string {
  if (remedy !== null && hasSudoAdvice(words, code) && remedy.includes(" NOPASSWD: ")) {
    const [, helper = ""] = /\/(rollcall-[a-z-]+)$/.exec(remedy) ?? [];
    return words.sudoAdvices[code](helper);
  }
  return code === "no-titles" && remedy !== null ? words.settingAdvice : words.limitAdvices[code];
}

function hasSudoAdvice(
  { sudoAdvices }: Words,
  code: LimitCode,
): code is keyof Words["sudoAdvices"] {
  return code in sudoAdvices;
}
