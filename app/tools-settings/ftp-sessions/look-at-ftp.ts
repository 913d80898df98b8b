import { notFound } from "next/navigation";
import { lookAtSessions } from "@/app/tools-settings/look-at-sessions";
import type { Operator } from "@/lib/sessions/operator";
import type { FtpSession, Session } from "@/lib/sessions/session";

/** FTP sessions have no owner in Rollcall, so only who sees everything sees them. */
export function lookAtFtp(operator: Operator, { fresh }: { readonly fresh: boolean }) {
  if (operator.sees !== "everything") notFound();
  return lookAtSessions({ kind: "ftp", isKind: isFtpSession, operator, fresh });
}

function isFtpSession(session: Session): session is FtpSession {
  return session.kind === "ftp";
}
