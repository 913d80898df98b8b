import { type SessionKind, sessionKinds } from "@/lib/sessions/session";

export function findKind(text: string): SessionKind | undefined {
  return sessionKinds.find((kind) => kind === text);
}
