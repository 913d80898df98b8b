import { quoted, reason } from "@/lib/sessions/reason";
import type { Asked } from "@/lib/sessions/session-source";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";
import { toPlainWords } from "./plain-words";

/**
 * What `rollcall-end` and `rollcall-log-out` say: a line a process, of which the last one counts.
 * @throws SourceError when a pid has no answer.
 */
export function parseAsked(
  { stdout }: Answer,
  endings: readonly { readonly pid: number }[],
): ReadonlyMap<number, Asked> {
  const text = new TextDecoder().decode(stdout);
  const lines = text.matchAll(/^(asked|gone|replaced|refused) (\d+)(.*)$/gm);
  const asked = new Map(
    [...lines].map(([, word, pid, said]) => [Number(pid), toAsked(word, said)]),
  );
  const missing = endings.find(({ pid }) => !asked.has(pid));
  if (missing) {
    throw new SourceError("unreadable", reason("nothingSaidOf", { pid: missing.pid }));
  }
  return asked;
}

function toAsked(word: string | undefined, said = ""): Asked {
  if (word === "asked" || word === "gone" || word === "replaced") return { status: word };
  const words = toPlainWords(said);
  if (words === "") return { status: "refused", reason: reason("didNotSayWhy") };
  // Only rollcall-end asks sudo itself.
  const why = words.startsWith("sudo:")
    ? reason("needsSudoersLine", { said: words })
    : quoted(words);
  return { status: "refused", reason: why };
}
