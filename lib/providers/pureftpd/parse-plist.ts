import { z } from "zod";
import { toPlainWords } from "@/lib/providers/linux/plain-words";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";

const toNumber = (digits: string) => Number(digits);
const number = z.string().regex(/^\d+$/).transform(toNumber);
/** Empty until bytes flow. */
const count = z.string().regex(/^\d*$/).transform(toNumber);

/** What pure-ftpwho says of one session (pure-ftpwho.c: plist_output_line). */
const entrySchema = z.strictObject({
  pid: number,
  /** A single `?` before the login. */
  account: z.string(),
  time: number,
  state: z.enum(["IDLE", " DL ", " UL ", "ERR!"]),
  file: z.string(),
  host: z.string(),
  localhost: z.string(),
  localport: number,
  /** Where the transfer began in the file. */
  resume: count,
  current_size: count,
  /** Absent for uploads, whose size nobody knows. */
  total_size: count.optional(),
  percentage: count.optional(),
  bandwidth: count,
});

/** Texts as the client sent them, one byte a letter. */
export type Entry = z.infer<typeof entrySchema>;

/**
 * Reads what `pure-ftpwho -p` prints, one byte a letter: it declares ISO-8859-15, but hands on what
 * the client sent. Reads no other plist, so that a list that was cut or is another one is noticed.
 * @throws SourceError
 */
export function parsePlist(text: string): readonly Entry[] {
  const list = plist.exec(text)?.[1];
  if (list === undefined) {
    throw new SourceError("unreadable", reason("noList", { said: toPlainWords(text) }));
  }
  const [before = "", ...dicts] = list.split("<dict>");
  if (before.trim() !== "") throw toOddWords(before);
  return dicts.map(parseEntry);
}

const plist =
  /^<\?xml [^<>]*>\s*<!DOCTYPE plist [^<>]*>\s*<plist version="1\.0">\s*<dict>\s*<key>user-info<\/key>\s*<array>([\s\S]*)<\/array>\s*<\/dict>\s*<\/plist>\s*$/;

const pair = /<key>(\w+)<\/key>\s*<string>([^<]*)<\/string>/g;

function parseEntry(text: string): Entry {
  const pairs = [...text.matchAll(pair)];
  const values = new Map(pairs.map(([, key, value = ""]) => [key, toUnescaped(value)]));
  const rest = text.replaceAll(pair, "").trim();
  const parsed = entrySchema.safeParse(Object.fromEntries(values));
  if (parsed.success && rest === "</dict>" && values.size === pairs.length) return parsed.data;
  throw toOddWords(text);
}

const letters = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&amp;", "&"],
]);

function toUnescaped(value: string): string {
  return value.replaceAll(/&\w*;?/g, (entity) => {
    const letter = letters.get(entity);
    if (letter === undefined) throw toOddWords(entity);
    return letter;
  });
}

function toOddWords(text: string): SourceError {
  return new SourceError("unreadable", reason("notKnownWords", { said: toPlainWords(text) }));
}
