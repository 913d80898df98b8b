import { type SessionKind, sessionKinds } from "./session";

export function findKind(text: string): SessionKind | undefined {
  return sessionKinds.find((kind) => kind === text);
}
