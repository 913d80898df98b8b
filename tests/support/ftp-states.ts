import { PassThrough } from "node:stream";
import { Client } from "basic-ftp";
import { sitePassword } from "./ftp-site";
import { type Held, holdDownload, holdUpload, openWithoutLogin, sendRaw } from "./held-transfers";
import { bigFile } from "./real-proftpd";
import type { SftpLogin } from "./sftp-login";

/** A daemon that lets in `stateUsers`, `slow` and `anonymous`, as they like plainly or with TLS. */
export interface StatesDaemon {
  readonly host: string;
  readonly port: number;
  /** What `anonymous` may download. */
  readonly anonymousFile: string;
  logInSftp?(user: string): Promise<SftpLogin>;
}

interface FtpState {
  /** As a list names it: nobody before the login, and no two states the same otherwise, but for `ftp`. */
  readonly user: string | null;
  hold(daemon: StatesDaemon): Promise<Held>;
}

/** How a client brings its session into each state, and keeps it there. */
export const ftpStates = {
  "connected only": { user: null, hold: (daemon) => openWithoutLogin(daemon) },
  "asked for the password": { user: null, hold: (daemon) => openWithoutLogin(daemon, "idle") },
  idle: { user: "idle", hold: (daemon) => idleAs(daemon, "idle") },
  "idle after a download": { user: "finished", hold: afterDownload },
  "download read slowly": {
    user: "reader",
    hold: (daemon) => downloadAs(daemon, "reader", { bytesPerSecond: 500_000 }),
  },
  "download not read": { user: "stalled", hold: (daemon) => downloadAs(daemon, "stalled") },
  "resumed download": {
    user: "resumed",
    hold: (daemon) => downloadAs(daemon, "resumed", { bytesPerSecond: 500_000, offset: resumedAt }),
  },
  "download without data connection": {
    user: "waiting",
    hold: (daemon) => withoutData(daemon, "waiting", `RETR ${bigFile}`),
  },
  upload: {
    user: "uploader",
    hold: async (daemon) =>
      holdUpload(await logIn(daemon, "uploader"), "up.bin", { bytesPerSecond: 100_000 }),
  },
  "appending upload": {
    user: "appender",
    hold: (daemon) => uploadBy(daemon, "appender", "APPE log.bin"),
  },
  "upload under a new name": {
    user: "storer",
    hold: (daemon) => uploadBy(daemon, "storer", "STOU"),
  },
  "listing without data connection": {
    user: "lister",
    hold: (daemon) => withoutData(daemon, "lister", "LIST"),
  },
  "half a rename": { user: "renamer", hold: halfRename },
  "idle with TLS": { user: "tls-idle", hold: (daemon) => idleAs(daemon, "tls-idle", true) },
  "download with TLS": {
    user: "tls-reader",
    hold: async (daemon) =>
      holdDownload(await logIn(daemon, "tls-reader", true), bigFile, { bytesPerSecond: 500_000 }),
  },
  "anonymous and idle": { user: "ftp", hold: (daemon) => idleAs(daemon, "anonymous") },
  "anonymous download": {
    user: "ftp",
    hold: async (daemon) =>
      holdDownload(await logIn(daemon, "anonymous"), daemon.anonymousFile, {
        bytesPerSecond: 500_000,
      }),
  },
  "SFTP and idle": { user: "sftp", hold: overSftp },
  "throttled download": {
    user: "slow",
    hold: (daemon) => downloadAs(daemon, "slow", { bytesPerSecond: 10_000_000 }),
  },
} as const satisfies Record<string, FtpState>;

export type FtpStateName = keyof typeof ftpStates;

/** Accounts that a daemon must have, besides `slow` and `anonymous`. */
export const stateUsers: readonly string[] = Object.values(ftpStates).flatMap(({ user }) =>
  user === null || user === "ftp" || user === "slow" ? [] : [user],
);

/** Where in the file the resumed download began. */
export const resumedAt = 10_000_000;

async function logIn({ host, port }: StatesDaemon, user: string, secure = false): Promise<Client> {
  const client = new Client(20_000);
  const secureOptions = { rejectUnauthorized: false };
  await client.access({ host, port, user, password: sitePassword, secure, secureOptions });
  return client;
}

function toHeld(client: Client, bytes = () => 0): Held {
  return { isAlive: () => !client.closed, bytes, close: () => client.close() };
}

async function idleAs(daemon: StatesDaemon, user: string, secure = false): Promise<Held> {
  return toHeld(await logIn(daemon, user, secure));
}

async function downloadAs(
  daemon: StatesDaemon,
  user: string,
  options: Parameters<typeof holdDownload>[2] = {},
): Promise<Held> {
  return holdDownload(await logIn(daemon, user), bigFile, options);
}

async function afterDownload(daemon: StatesDaemon): Promise<Held> {
  const client = await logIn(daemon, "finished");
  await client.downloadTo(new PassThrough().resume(), bigFile);
  return toHeld(client);
}

async function halfRename(daemon: StatesDaemon): Promise<Held> {
  const client = await logIn(daemon, "renamer");
  await client.send(`RNFR ${bigFile}`);
  return toHeld(client);
}

/** The server has opened a port for the data, and the client does not come to it. */
async function withoutData(daemon: StatesDaemon, user: string, command: string): Promise<Held> {
  const client = await logIn(daemon, user);
  await client.send("EPSV");
  client.ftp.send(command);
  return toHeld(client);
}

/** An upload without end, by another command than STOR. */
async function uploadBy(daemon: StatesDaemon, user: string, command: string): Promise<Held> {
  const client = await logIn(daemon, user);
  await client.prepareTransfer(client.ftp);
  await sendRaw(client, Buffer.from(command));
  const chunk = Buffer.alloc(2_000);
  let given = 0;
  const timer = setInterval(() => {
    if (client.closed) clearInterval(timer);
    else if (client.ftp.dataSocket?.writableLength === 0) {
      client.ftp.dataSocket.write(chunk);
      given += chunk.length;
    }
  }, 20);
  return toHeld(client, () => given);
}

async function overSftp({ logInSftp }: StatesDaemon): Promise<Held> {
  if (!logInSftp) throw new Error("this daemon has no SFTP");
  const { isAlive, close } = await logInSftp("sftp");
  return { isAlive, bytes: () => 0, close };
}
