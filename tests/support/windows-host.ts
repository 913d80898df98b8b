import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import iconv from "iconv-lite";
import ssh2, { type Connection, type ServerChannel } from "ssh2";
import { type Console, runCmd } from "./windows-host-cmd";
import { runPowerShell } from "./windows-host-powershell";
import { type Host, type HostBehaviour, notFound, runHostProgram } from "./windows-host-programs";
import {
  type HostLanguage,
  type HostLanguageName,
  type HostSession,
  hostLanguages,
} from "./windows-host-tables";

export interface WindowsHostOptions {
  readonly language?: HostLanguageName;
  readonly isWide?: boolean;
  readonly shell?: "cmd" | "powershell";
  /** Instead of the one of the language. */
  readonly codePage?: number;
}

export interface WindowsHost extends Host {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Of the host key, as ssh-keygen prints it. */
  readonly fingerprint: string;
  readonly connection: ConnectionBehaviour;
  loginAttempts(): number;
  /** Every command line seen, in order. */
  commands(): readonly string[];
  /** Signs somebody in over RDP with the lowest id that is free, as Windows may. */
  signIn(user: string, logon?: string): HostSession;
  stop(): Promise<void>;
}

/** What may go wrong on the way. */
interface ConnectionBehaviour {
  /** Takes commands and never answers. */
  isFrozen: boolean;
  /** Sends no more than so many bytes of stdout. */
  cutAfterBytes: number | null;
  /** `hang`: the exit code is sent, the channel stays open. `silence`: not even an exit code. */
  afterwards: "close" | "hang" | "silence";
  /** All of stdout that the last command had to say, cut or not. */
  lastAnswer: Buffer;
}

/** An SSH server that acts as a Windows host, on a free loopback port. */
export async function startWindowsHost(options: WindowsHostOptions = {}): Promise<WindowsHost> {
  const language: HostLanguage = hostLanguages[options.language ?? "english"];
  // Of 256 ed25519 keys that ssh2 makes, one lacks its first byte, a zero.
  const keys = ssh2.utils.generateKeyPairSync("ecdsa", { bits: 256 });
  const key = ssh2.utils.parseKey(keys.public);
  if (key instanceof Error) throw key;
  const password = randomBytes(9).toString("base64url");
  const connections = new Set<Connection>();
  const seen: string[] = [];
  let attempts = 0;

  const state: Host & { readonly connection: ConnectionBehaviour } = {
    sessions: quietSessions(),
    language: { ...language, codePage: options.codePage ?? language.codePage },
    isWide: options.isWide ?? false,
    behaviour: calmBehaviour(),
    connection: {
      isFrozen: false,
      cutAfterBytes: null,
      afterwards: "close",
      lastAnswer: Buffer.alloc(0),
    },
    endedItself: false,
  };

  const server = new ssh2.Server({ hostKeys: [keys.private] }, (client) => {
    connections.add(client);
    // The types of ssh2 know it on the client's side only; without it every answer takes 40 ms longer.
    if ("setNoDelay" in client && typeof client.setNoDelay === "function") client.setNoDelay(true);
    client.on("close", () => connections.delete(client));
    client.on("error", () => connections.delete(client));
    client.on("authentication", (context) => {
      if (context.method === "none") return context.reject(["password"]);
      attempts += 1;
      if (context.method === "password" && isEqual(context.password, password)) context.accept();
      else context.reject(["password"]);
    });
    client.on("session", (accept) => {
      accept().on("exec", (acceptExec, _reject, { command }) => {
        seen.push(command);
        void answer(acceptExec(), command, state, options.shell ?? "cmd");
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address: AddressInfo | string | null = server.address();

  return Object.assign(state, {
    host: "127.0.0.1",
    port: typeof address === "object" && address ? address.port : 0,
    user: "rollcall",
    password,
    fingerprint: fingerprintOf(key.getPublicSSH()),
    loginAttempts: () => attempts,
    commands: () => seen,
    signIn: (user: string, logon = "7/26/2018 7:29 PM") => signIn(state.sessions, user, logon),
    async stop() {
      for (const connection of connections) connection.end();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}

async function answer(
  channel: ServerChannel,
  command: string,
  host: Host & { readonly connection: ConnectionBehaviour },
  shell: "cmd" | "powershell",
): Promise<void> {
  const { connection } = host;
  if (connection.isFrozen) return;
  const { codePage } = host.language;
  const encoding = codePage === 65_001 ? "utf8" : `cp${codePage}`;
  const encode = (text: string) => iconv.encode(text, encoding);
  connection.lastAnswer = Buffer.alloc(0);
  const write = (text: string) => {
    const sent = connection.lastAnswer.length;
    connection.lastAnswer = Buffer.concat([connection.lastAnswer, encode(text)]);
    const cutAt = connection.cutAfterBytes ?? connection.lastAnswer.length;
    if (cutAt > sent) channel.write(connection.lastAnswer.subarray(sent, cutAt));
  };
  const console: Console = {
    print: (line) => write(`${line}\r\n`),
    printError: (line) => channel.stderr.write(encode(`${line}\r\n`)),
    async runProgram(words, mergeErrors) {
      const { stdout = "", stderr = "", code } = await runHostProgram(host, words);
      write(stdout);
      if (mergeErrors) write(stderr);
      else channel.stderr.write(encode(stderr));
      return code;
    },
  };
  const code = await (shell === "cmd" ? runCmd : runPowerShell)(command, console);
  if (connection.afterwards === "silence") return;
  channel.exit(code === notFound ? 1 : code);
  if (connection.afterwards === "close") channel.end();
}

function signIn(sessions: HostSession[], user: string, logon: string): HostSession {
  const used = new Set(sessions.map(({ id }) => id));
  const id = [...Array(used.size + 2).keys()].find((free) => free > 1 && !used.has(free)) ?? 2;
  const session: HostSession = {
    id,
    name: `rdp-tcp#${id}`,
    user,
    state: "active",
    idle: ".",
    logon,
  };
  sessions.push(session);
  sessions.sort((one, other) => one.id - other.id);
  return session;
}

/** What every Windows has when nobody is signed in. */
function quietSessions(): HostSession[] {
  const nobody = { user: null, idle: null, logon: "" };
  return [
    { id: 0, name: "services", state: "disconnected", ...nobody },
    { id: 1, name: "console", state: "connected", ...nobody },
    { id: 65_536, name: "31c5ce94259d4006a9e4", state: "listening", ...nobody },
    { id: 65_537, name: "rdp-tcp", state: "listening", ...nobody },
  ];
}

function calmBehaviour(): HostBehaviour {
  return {
    capture: null,
    missing: new Set(),
    listingError: null,
    refusals: new Map(),
    stuck: new Set(),
    listingTakesMs: 0,
    logOffTakesMs: 0,
    beforeAct: null,
  };
}

function fingerprintOf(publicKey: Buffer): string {
  return `SHA256:${createHash("sha256").update(publicKey).digest("base64").replace(/=+$/, "")}`;
}

function isEqual(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
