import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const lastsMs = 5 * 60_000;
const nonceBytes = 16;
const macBytes = 32;

/** What a passkey signs. Nothing is kept of those that never come back, so asking for many costs nothing. */
export interface Challenges {
  /** Good for this purpose alone, for 5 minutes. */
  make(purpose: string, now: Date): Uint8Array<ArrayBuffer>;
  /** True once for each: it is used up. Base64url. */
  use(challenge: string, purpose: string, now: Date): boolean;
}

export function createChallenges(): Challenges {
  const key = randomBytes(32);
  /** Until when each that was used could have been used. */
  const used = new Map<string, number>();

  const sign = (head: Uint8Array, purpose: string) =>
    createHmac("sha256", key).update(head).update(purpose).digest();

  return {
    make(purpose, now) {
      const head = Buffer.alloc(nonceBytes + 8);
      randomBytes(nonceBytes).copy(head);
      head.writeBigInt64BE(BigInt(now.getTime() + lastsMs), nonceBytes);
      return Uint8Array.from(Buffer.concat([head, sign(head, purpose)]));
    },

    use(challenge, purpose, now) {
      const bytes = Buffer.from(challenge, "base64url");
      if (bytes.length !== nonceBytes + 8 + macBytes) return false;
      const head = bytes.subarray(0, -macBytes);
      if (!timingSafeEqual(sign(head, purpose), bytes.subarray(-macBytes))) return false;
      for (const [other, untilMs] of used) if (untilMs <= now.getTime()) used.delete(other);
      const untilMs = Number(head.readBigInt64BE(nonceBytes));
      const name = bytes.toString("base64url");
      if (untilMs <= now.getTime() || used.has(name)) return false;
      used.set(name, untilMs);
      return true;
    },
  };
}
