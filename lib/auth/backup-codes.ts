import { randomBytes } from "node:crypto";
import { hashSecret } from "./secret";

const howMany = 10;
/** Without those that are mistaken for others: i, l, o, u. */
const letters = "0123456789abcdefghjkmnpqrstvwxyz";
const lettersEach = 16;

/** 80 random bits each, so that nobody guesses one and a plain hash hides it. */
export function newBackupCodes(): readonly string[] {
  return Array.from({ length: howMany }, () => {
    const code = Array.from(randomBytes(lettersEach), (byte) => letters[byte % letters.length]);
    return code.join("").replace(/(.{4})(?=.)/g, "$1-");
  });
}

/** However it was typed. Undefined for what cannot be one. */
export function hashBackupCode(typed: string): string | undefined {
  const code = typed.toLowerCase().replace(/[\s-]/g, "").replace(/[il]/g, "1").replace(/o/g, "0");
  return code.length === lettersEach ? hashSecret(code) : undefined;
}
