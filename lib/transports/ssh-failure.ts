import type { ClientErrorExtensions } from "ssh2";
import { SourceError } from "@/lib/sessions/source-error";
import { readyTimeoutMs, type SshAddress } from "./ssh-client";

const wordsOf: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ECONNRESET: "it broke the connection off",
  EHOSTUNREACH: "there is no way to that address",
  ENETUNREACH: "there is no way to that network",
  ENOTFOUND: "the name is not known",
  EAI_AGAIN: "the name server does not answer",
  ETIMEDOUT: "nobody answers",
};

/** Why no connection came about; null where the server closed it without a word. */
export function toConnectFailure(
  error: (Error & ClientErrorExtensions) | null,
  { host, port }: SshAddress,
  user?: string,
): SourceError {
  const to = `${host} port ${port}`;
  if (!error) {
    return new SourceError("unreachable", `${to}: it closed the connection before the login`);
  }
  const options = { cause: error };
  if (error.level === "client-timeout") {
    const words = `${to}: no SSH login within ${readyTimeoutMs / 1000} s`;
    return new SourceError("timed-out", words, options);
  }
  if (error.level === "agent") {
    const words = `the SSH agent that holds the key of ${user ?? "its user"} does not answer (${error.message})`;
    return new SourceError("refused", words, options);
  }
  // Besides ssh2's own error: "Too many authentication failures", as OpenSSH hangs up.
  if (user !== undefined && /authentication/i.test(error.message)) {
    return new SourceError("refused", `it refused the login of ${user}`, options);
  }
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return new SourceError("unreachable", `${to}: ${wordsOf[code] ?? error.message}`, options);
}
