import ssh2, { type AuthContext } from "ssh2";
import { createPassword, isPassword } from "./password-login";
import { listenForSsh } from "./ssh-listener";
import { calmBehaviour, type Host, type HostPowerShell } from "./windows-host-behaviour";
import {
  answer,
  type ConnectedHost,
  type ConnectionBehaviour,
  type HostShell,
} from "./windows-host-channel";
import { type HostLanguageName, hostLanguages } from "./windows-host-languages";
import {
  type HostSession,
  quietSessions,
  reconnectSession,
  type SignIn,
  signIn,
} from "./windows-host-sessions";

export interface WindowsHostOptions {
  readonly language?: HostLanguageName;
  readonly isWide?: boolean;
  readonly shell?: HostShell;
  /** Instead of the one of the language. */
  readonly codePage?: number;
  readonly powershell?: HostPowerShell;
  /** All sessions, instead of those that every Windows has when nobody is signed in. */
  readonly sessions?: readonly HostSession[];
  /** The session that its programs take for the caller's own. Over SSH that is 0. */
  readonly callerId?: number;
  /** Its clock, instead of the one of this machine. */
  readonly nowMs?: () => number;
  /** Of an account key in OpenSSH's form, which signs in as the password does. */
  readonly publicKey?: string;
}

export interface WindowsHost extends Host {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Of the host key it began with, as ssh-keygen prints it. */
  readonly fingerprint: string;
  readonly connection: ConnectionBehaviour;
  loginAttempts(): number;
  /** Every command line seen, in order. */
  commands(): readonly string[];
  /** Signs somebody in, over RDP unless a name says otherwise. A text is the logon time as printed. */
  signIn(user: string, options?: SignIn | string): HostSession;
  /** Somebody comes back to a session that was disconnected. */
  reconnect(session: HostSession): void;
  changeHostKey(): Promise<void>;
  stop(): Promise<void>;
}

/** An SSH server that acts as a Windows host, on a free loopback port. */
export async function startWindowsHost(options: WindowsHostOptions = {}): Promise<WindowsHost> {
  const password = createPassword();
  const seen: string[] = [];
  let attempts = 0;
  const state = toHost(options);
  const { port, fingerprint, changeHostKey, stop } = await listenForSsh({
    authenticate(context) {
      if (context.method !== "none") attempts += 1;
      if (mayEnter(context, password, options.publicKey)) context.accept();
      else context.reject(options.publicKey ? ["password", "publickey"] : ["password"]);
    },
    onCommand(channel, line) {
      seen.push(line);
      void answer(channel, line, state, options.shell ?? "cmd");
    },
  });

  return Object.assign(state, {
    host: "127.0.0.1",
    port,
    user: "rollcall",
    password,
    fingerprint: fingerprint(),
    changeHostKey,
    loginAttempts: () => attempts,
    commands: () => seen,
    signIn: (user: string, how: SignIn | string = {}) =>
      signIn(state, user, typeof how === "string" ? { logon: how } : how),
    reconnect: (session: HostSession) => reconnectSession(state.sessions, session, state.nowMs()),
    stop,
  });
}

function toHost(options: WindowsHostOptions): ConnectedHost {
  const language = hostLanguages[options.language ?? "english"];
  return {
    sessions: options.sessions ? [...options.sessions] : quietSessions(),
    language: { ...language, codePage: options.codePage ?? language.codePage },
    isWide: options.isWide ?? false,
    callerId: options.callerId ?? 0,
    nowMs: options.nowMs ?? Date.now,
    behaviour: calmBehaviour(options.powershell ?? "full"),
    connection: {
      isFrozen: false,
      cutAfterBytes: null,
      afterwards: "close",
      lastAnswer: Buffer.alloc(0),
    },
    messages: [],
    endedItself: false,
    openPowerShells: 0,
  };
}

function mayEnter(context: AuthContext, password: string, publicKey: string | undefined): boolean {
  if (isPassword(context, password)) return true;
  if (context.method !== "publickey" || publicKey === undefined) return false;
  const key = ssh2.utils.parseKey(publicKey);
  if (key instanceof Error) throw key;
  if (!context.key.data.equals(key.getPublicSSH())) return false;
  // A client asks first whether a key would do, and signs only then.
  if (!context.signature || !context.blob) return true;
  return key.verify(context.blob, context.signature, context.hashAlgo) === true;
}
