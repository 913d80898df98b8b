import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + nonceBytes + tagBytes;
const algorithm = "aes-256-gcm";
const options = { authTagLength: tagBytes } as const;

/** Version, nonce, tag, cipher text. It opens under the same key and for the same `place` alone. */
export function seal(key: Buffer, text: string, place: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, options).setAAD(toAad(place));
  const sealed = [cipher.update(text, "utf8"), cipher.final()];
  return Uint8Array.from(
    Buffer.concat([Uint8Array.of(version), nonce, cipher.getAuthTag(), ...sealed]),
  );
}

/** Undefined where it was sealed with another key or for another place, or was changed since. */
export function unseal(key: Buffer, sealed: Uint8Array, place: string): string | undefined {
  if (sealed.length < headBytes || sealed[0] !== version) return undefined;
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, options)
    .setAAD(toAad(place))
    .setAuthTag(sealed.subarray(1 + nonceBytes, headBytes));
  const start = decipher.update(sealed.subarray(headBytes));
  try {
    return Buffer.concat([start, decipher.final()]).toString("utf8");
  } catch (error) {
    if (error instanceof Error && error.message.includes("unable to authenticate")) {
      return undefined;
    }
    throw error;
  }
}

function toAad(place: string): Buffer {
  return Buffer.from(`rollcall ${version} ${place}`, "utf8");
}
