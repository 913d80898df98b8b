import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { z } from "zod";
import { type Reason, reason } from "@/lib/sessions/reason";

const shortest = 8;
const longest = 1000;
const enoughAlone = 15;
const fewestLetters = 5;

/** Whose password it is to be: what others know of them is the first that is tried. */
export interface PasswordOwner {
  readonly login: string;
  readonly name: string | null;
}

/** Undefined when the password will do, at least together with a second factor. */
export function findPasswordProblem(password: string, owner: PasswordOwner): Reason | undefined {
  const length = lengthOf(password);
  if (length < shortest) return reason("passwordShort", { shortest });
  if (length > longest) return reason("passwordLong", { longest });
  if (isCommon(password) || isOwn(password, owner)) {
    return reason("passwordGuessed");
  }
  return undefined;
}

/** The same for who has no second factor. */
export function findLonePasswordProblem(
  password: string,
  owner: PasswordOwner,
): Reason | undefined {
  if (isEnoughAlone(password)) return findPasswordProblem(password, owner);
  return reason("passwordShortAlone", { shortest: enoughAlone });
}

export function isEnoughAlone(password: string): boolean {
  return lengthOf(password) >= enoughAlone;
}

function lengthOf(password: string): number {
  return [...password.normalize("NFKC")].length;
}

function isCommon(password: string): boolean {
  const folded = fold(password);
  return new Set(folded).size < fewestLetters || commonPasswords().has(folded);
}

/** Nothing but the person's names and the product's, whatever digits and signs are around them. */
function isOwn(password: string, { login, name }: PasswordOwner): boolean {
  const words = [login, ...login.split("@"), ...(name ?? "").split(/\s+/), name ?? "", "rollcall"];
  const known = words.map(toLetters).filter((word) => word.length >= 3);
  const letters = toLetters(password);
  const rest = known
    .sort((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, ""), letters);
  return letters !== "" && rest === "";
}

function toLetters(text: string): string {
  return fold(text).replace(/[^\p{L}]/gu, "");
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

let common: ReadonlySet<string> | undefined;

function commonPasswords(): ReadonlySet<string> {
  if (!common) {
    const file = createRequire(import.meta.url).resolve(
      "@zxcvbn-ts/language-common/src/passwords.json",
    );
    const words = z.array(z.string()).parse(JSON.parse(readFileSync(file, "utf8")));
    common = new Set(words.map(fold));
  }
  return common;
}
