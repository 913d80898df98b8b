import type { ClientErrorExtensions } from "ssh2";
import { quoted, type Reason, reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import { readyTimeoutMs, type SshAddress } from "./ssh-client";

const reasonOf: Readonly<Record<string, Reason>> = {
  ECONNREFUSED: reason("nothingListens"),
  ECONNRESET: reason("brokenOff"),
  EHOSTUNREACH: reason("noWayToAddress"),
  ENETUNREACH: reason("noWayToNetwork"),
  ENOTFOUND: reason("nameNotKnown"),
  EAI_AGAIN: reason("nameServerSilent"),
  ETIMEDOUT: reason("nobodyAnswers"),
};

/** Why no connection came about; null where the server closed it without a word. */
export function toConnectFailure(
  error: (Error & ClientErrorExtensions) | null,
  { host, port }: SshAddress,
  user?: string,
): SourceError {
  const at = (why: Reason) => reason("atAddress", { host, port, why });
  if (!error) return new SourceError("unreachable", at(reason("closedBeforeLogin")));
  const options = { cause: error };
  if (error.level === "client-timeout") {
    const why = reason("noSshLogin", { seconds: readyTimeoutMs / 1000 });
    return new SourceError("timed-out", at(why), options);
  }
  if (user !== undefined && error.level === "agent") {
    const why = reason("agentSilent", { user, said: error.message });
    return new SourceError("refused", why, options);
  }
  // Besides ssh2's own error: "Too many authentication failures", as OpenSSH hangs up.
  if (user !== undefined && /authentication/i.test(error.message)) {
    return new SourceError("refused", reason("loginRefused", { user }), options);
  }
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return new SourceError("unreachable", at(reasonOf[code] ?? quoted(error.message)), options);
}
