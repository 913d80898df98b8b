import type { Session } from "./session";

/** Services, listeners and greeters are nobody's sessions. */
export function isService(session: Session): boolean {
  return session.kind === "terminal" && session.isService;
}
