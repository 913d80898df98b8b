import type { FtpAccountRule } from "@/lib/sessions/ftp-accounts";
import type { Role } from "@/lib/sessions/session";
import type { SessionProvider } from "@/lib/sessions/session-provider";

export interface SshAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly credential:
    | { readonly password: string }
    | { readonly privateKey: string; readonly passphrase?: string }
    | { readonly agent: string };
  /** Fingerprint given in the file; null when it is to be pinned with `rollcall trust`. */
  readonly hostKey: string | null;
  /** The server that leads there. Absent: the address is reached straight. */
  readonly jump?: Omit<SshAddress, "jump">;
}

export interface ServerConfig {
  readonly name: string;
  /** Absent: commands run on this machine. */
  readonly ssh?: SshAddress;
  /** What its host key is pinned as. Absent: its name. */
  readonly pinName?: string;
  readonly sources: readonly {
    readonly provider: SessionProvider;
    readonly settings: Readonly<Record<string, unknown>>;
  }[];
}

export interface RefreshTimes {
  readonly watchedSeconds: number;
  readonly unwatchedSeconds: number;
  readonly timeoutSeconds: number;
}

/** Where people prove who they are elsewhere. */
export interface OpenIdConnect {
  /** https, or http on this machine. */
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** On the button. */
  readonly title: string;
  /** Beside `openid`. */
  readonly scopes: readonly string[];
  readonly groupsClaim: string;
  readonly loginClaim: string;
  /** By group. */
  readonly roles: Readonly<Record<string, Role>>;
  /** Groups whose people change nothing. */
  readonly viewers: readonly string[];
}

export interface Config {
  readonly servers: readonly ServerConfig[];
  readonly ftpAccounts: readonly FtpAccountRule[];
  readonly refresh: RefreshTimes;
  /** Absent: people sign in here alone. */
  readonly openIdConnect?: OpenIdConnect;
}
