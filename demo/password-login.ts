import { randomBytes, timingSafeEqual } from "node:crypto";
import type { AuthContext } from "ssh2";

/** Of one server, for as long as it runs. */
export function createPassword(): string {
  return randomBytes(9).toString("base64url");
}

export function isPassword(context: AuthContext, password: string): boolean {
  if (context.method !== "password") return false;
  const [given, wanted] = [Buffer.from(context.password), Buffer.from(password)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
