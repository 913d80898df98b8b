import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const deriveKey = promisify(argon2);
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
/** No password is as long, so nothing is spent on it. */
const mostUnits = 2000;

/** argon2id in PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, salt, cost, 32);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${toBase64(salt)}$${toBase64(tag)}`;
}

/** Takes the same time where there is nothing to compare with: `stored` undefined. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  if (password.length > mostUnits) return false;
  const { salt, tag, cost: storedCost } = parseHash(stored ?? nobodysHash);
  const found = await derive(password, salt, storedCost, tag.length);
  return timingSafeEqual(found, tag) && stored !== undefined;
}

const nobodysHash = `$argon2id$v=19$m=19456,t=2,p=1$${"A".repeat(22)}$${"A".repeat(43)}`;
const hashPattern = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

function parseHash(stored: string) {
  const [, memory, passes, parallelism, salt = "", tag = ""] = hashPattern.exec(stored) ?? [];
  if (!tag) throw new Error("a stored password hash is not argon2id in PHC string format");
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, "base64"),
    tag: Buffer.from(tag, "base64"),
  };
}

function derive(password: string, nonce: Buffer, at: typeof cost, tagLength: number) {
  // The same letters may be typed as different code points on another keyboard.
  const message = password.normalize("NFKC");
  return deriveKey("argon2id", { message, nonce, tagLength, ...at });
}

function toBase64(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
