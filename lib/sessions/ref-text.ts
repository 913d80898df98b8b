import { type SessionRef, sessionRefSchema } from "./session-ref";

/** A ref as one opaque word, for scripts that hand it back. */
export function toRefText({ sourceId, id, user, start, name }: SessionRef): string {
  return Buffer.from(JSON.stringify([sourceId, id, user, start, name])).toString("base64url");
}

/** Undefined for any text that `toRefText` did not make. */
export function findRef(text: string): SessionRef | undefined {
  const [sourceId, id, user, start, name] = toList(Buffer.from(text, "base64url").toString());
  return sessionRefSchema.safeParse({ sourceId, id, user, start, name }).data;
}

function toList(json: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? parsed : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
