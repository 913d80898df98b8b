import { z } from "zod";
import { problemWords } from "./problem-words";

/** An absolute path of an operator's configuration that needs no quoting in any shell. */
export const checkedPathSchema = z
  .string()
  .regex(/^\/[A-Za-z0-9._/-]+$/, problemWords.noCheckedPath)
  .brand<"CheckedPath">();
export type CheckedPath = z.infer<typeof checkedPathSchema>;

/**
 * A text that is constant in the source code but for checked integers and paths. Made by `shScript`
 * or `shellLine` only, so no name, file or message of a person can reach a command line.
 */
export interface Command {
  readonly text: string;
  /** `sh`: a POSIX shell script. `login`: a line for whatever shell the account logs in to. */
  readonly shell: "sh" | "login";
}

/** Every command prints this as its last line; an answer without it was cut and does not count. */
export const endMark = "rollcall-end";

/** A constant piece that several scripts share. Made by `shPart` or `shipped` only. */
export interface ShellPart {
  readonly part: string;
}

/** An absent path becomes empty text, which the script reads as "find it yourself". */
type CommandValue = number | CheckedPath | readonly number[] | ShellPart | undefined;

/** A POSIX shell script. Single quotes are not allowed in it: over SSH it travels inside a pair of them. */
export function shScript(parts: TemplateStringsArray, ...values: readonly CommandValue[]): Command {
  const text = joinChecked(parts, values);
  if (text.includes("'")) throw new Error("a shell script for a server holds no single quotes");
  return { text, shell: "sh" };
}

/** A piece of a shell script, under the same rules. */
export function shPart(parts: TemplateStringsArray, ...values: readonly CommandValue[]): ShellPart {
  return { part: joinChecked(parts, values) };
}

/** The text of a script that is shipped with Rollcall as a file. Never of what a person or a server said. */
export function shipped(part: string): ShellPart {
  return { part };
}

/** One line for the login shell of the account. */
export function shellLine(
  parts: TemplateStringsArray,
  ...values: readonly CommandValue[]
): Command {
  return { text: joinChecked(parts, values), shell: "login" };
}

function joinChecked(parts: TemplateStringsArray, values: readonly CommandValue[]): string {
  return parts.reduce((text, part, index) => `${text}${toChecked(values[index - 1])}${part}`);
}

function toChecked(value: CommandValue): string {
  if (typeof value === "string") return checkedPathSchema.parse(value);
  if (typeof value === "object" && "part" in value) return value.part;
  const numbers = typeof value === "number" ? [value] : (value ?? []);
  for (const number of numbers) {
    if (!Number.isSafeInteger(number)) throw new Error("a command takes whole numbers only");
  }
  return numbers.join(" ");
}
