import { z } from "zod";
import { type Reason, reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";
import { findLine } from "./find-line";

const text = z.string().regex(/^\P{Cc}*$/u);
/** 100 ns since 1601 as a decimal number; 0 is unknown. */
const fileTime = z.string().regex(/^-?\d{1,19}$/);

const rowSchema = z
  .strictObject({
    id: z.int().nonnegative(),
    /** WTS_CONNECTSTATE_CLASS */
    state: z.int(),
    name: text.max(100),
    user: text.max(300),
    domain: text.max(300),
    /** What the client calls itself must not make the whole list unreadable. */
    client: z
      .string()
      .max(300)
      .transform((name) => name.replaceAll(/\p{Cc}/gu, "\ufffd")),
    address: z.union([z.ipv4(), z.literal("")]),
    connect: fileTime,
    disconnect: fileTime,
    input: fileTime,
    logon: fileTime,
  })
  .readonly();

const listSchema = z
  .strictObject({
    now: fileTime,
    sessions: z
      .array(rowSchema)
      .min(1)
      .max(10_000)
      .refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length, "an id twice"),
  })
  .readonly();

/** A session as the API of Remote Desktop Services names it; unknown text is "". */
export type WtsRow = z.infer<typeof rowSchema>;
export type WtsList = z.infer<typeof listSchema>;

/** Reads what `wts-list.ps1` prints. */
export function parseWtsList(answer: Answer): WtsList {
  return readWtsAnswer(answer, listSchema);
}

/**
 * What one of the scripts printed. Throws `unreadable` for everything else, its own failure included:
 * what it had done by then is not known.
 */
export function readWtsAnswer<Schema extends z.ZodType>(
  { stdout, stderr }: Answer,
  schema: Schema,
): z.output<Schema> {
  // PowerShell as the account's shell may break a long line.
  const printed = Buffer.from(stdout).toString("latin1");
  const said = /(?:^|\n)rollcall-wts(-failed)? ([A-Za-z0-9+/=\s]+)$/.exec(printed);
  if (!said) throw unreadable(withWords(reason("powerShellSilent"), Buffer.from(stderr)));
  const [, failed, encoded = ""] = said;
  const bytes = Buffer.from(encoded, "base64");
  if (failed) throw unreadable(withWords(reason("powerShellFailed"), bytes));
  const parsed = schema.safeParse(parseJson(bytes));
  if (!parsed.success) throw unreadable(reason("powerShellStrayed"));
  return parsed.data;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** With its first words that are no XML, which PowerShell wraps around what it has to say. */
function withWords(why: Reason, words: Buffer): Reason {
  const plain = words.toString("utf8").replace(/#< CLIXML|<[^<>]*>|_x000D__x000A_/g, "\n");
  const line = findLine(plain, /\p{L}/u);
  return line === undefined ? why : reason("saidWith", { why, text: line });
}

function unreadable(why: Reason): SourceError {
  return new SourceError("unreadable", why);
}
