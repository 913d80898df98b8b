import ssh2, {
  type AgentAuthMethod,
  type PasswordAuthMethod,
  type PublicKeyAuthMethod,
} from "ssh2";
import { quoted, type Reason, reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { SshLogin } from "./ssh-client";

export type SshCredential =
  | { readonly password: string }
  | { readonly privateKey: string; readonly passphrase?: string }
  /** Path of the socket of an SSH agent that holds the key. */
  | { readonly agent: string };

/** Throws `refused` when the private key cannot be used. */
export function toLogin(user: string, credential: SshCredential): SshLogin {
  if ("password" in credential) {
    const method: PasswordAuthMethod = {
      type: "password",
      username: user,
      password: credential.password,
    };
    return { user, method };
  }
  if ("agent" in credential) {
    const method: AgentAuthMethod = { type: "agent", username: user, agent: credential.agent };
    return { user, method };
  }
  const key = ssh2.utils.parseKey(credential.privateKey, credential.passphrase);
  if (key instanceof Error) throw unusableKey(user, quoted(key.message));
  if (!key.isPrivateKey()) throw unusableKey(user, reason("publicHalf"));
  const method: PublicKeyAuthMethod = { type: "publickey", username: user, key };
  return { user, method };
}

function unusableKey(user: string, why: Reason): SourceError {
  return new SourceError("refused", reason("unusableKey", { user, why }));
}
