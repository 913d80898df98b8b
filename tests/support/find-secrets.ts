type Secret = string | Buffer;

/** How a secret may stand in bytes: as it is, and as programs write what they keep or pass on. */
function waysToWrite(secret: Secret): readonly Secret[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    // At its ends it shares letters with what stands beside it.
    return whole
      .slice(before === 0 ? 0 : before + 1)
      .replace(/=+$/, "")
      .slice(0, -1);
  });
  const hex = bytes.toString("hex");
  const encoded = base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"));
  const ways = [bytes, ...base64, ...encoded, hex, hex.toUpperCase()];
  if (typeof secret !== "string") return ways;
  const json = JSON.stringify(secret).slice(1, -1);
  return [...ways, json, encodeURIComponent(secret), bytes.toString("utf16le")];
}

interface Place {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Where any of these secrets can be read, by the name of the secret. */
export function findSecrets(
  places: readonly Place[],
  secrets: Readonly<Record<string, Secret>>,
): readonly string[] {
  return places.flatMap(({ name, bytes }) =>
    Object.entries(secrets)
      .filter(([, secret]) => waysToWrite(secret).some((text) => bytes.includes(text)))
      .map(([secret]) => `${name} holds the ${secret}`),
  );
}
