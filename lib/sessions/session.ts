import type { TerminalAction } from "./session-action";
import type { SessionRef } from "./session-ref";

export const sessionKinds = ["panel", "ftp", "terminal"] as const;
export type SessionKind = (typeof sessionKinds)[number];

export const roles = ["server-administrator", "reseller", "customer", "mailbox-owner"] as const;
export type Role = (typeof roles)[number];

export const ftpAccountTypes = [
  "registered",
  "anonymous",
  "website-administrator",
  "web-user",
  "not-registered",
] as const;
export type FtpAccountType = (typeof ftpAccountTypes)[number];

export const ftpStatuses = [
  "connecting",
  "idle",
  "listing",
  "uploading",
  "downloading",
  "working",
  "client-gone",
] as const;
export type FtpStatus = (typeof ftpStatuses)[number];

/** The states of WTS_CONNECTSTATE_CLASS; `logged-in` is WTSActive. */
export const terminalStatuses = [
  "logged-in",
  "connected",
  "disconnected",
  "idle",
  "listening",
  "connect-query",
  "shadowing",
  "reset",
  "down",
  "init",
  "unknown",
] as const;
export type TerminalStatus = (typeof terminalStatuses)[number];

/** One sign-in, as its server described it. Unknown is null, never 0 or "". */
interface AnySession {
  readonly ref: SessionRef;
  readonly user: string | null;
  /** IPv4 or IPv6 address as text, without port. */
  readonly remoteAddress: string | null;
  readonly startedAt: Date | null;
  /** Seconds without activity at the moment of the answer, by the server's own clock. */
  readonly idleSeconds: number | null;
}

export interface PanelSession extends AnySession {
  readonly kind: "panel";
  readonly type: Role;
  /** Who connected to Rollcall: the browser, or the last proxy before it. */
  readonly peerAddress: string | null;
  readonly userAgent: string | null;
}

export interface FtpSession extends AnySession {
  readonly kind: "ftp";
  readonly type: FtpAccountType | null;
  readonly status: FtpStatus;
  /** Seconds since `startedAt` at the moment of the answer, by the server's own clock. */
  readonly connectedSeconds: number | null;
  /** The FTP verb under way, such as `RETR`. */
  readonly command: string | null;
  readonly domain: string | null;
  /** Name of the virtual host the client came to, as its daemon is configured. */
  readonly virtualHost: string | null;
  /** The account's home directory; where the session is held in a folder (chroot), that folder. */
  readonly home: string | null;
  /** Folder on the server where the rights let it be known, else as the client sees it. */
  readonly location: string | null;
  /** The same folder as the client sees it, which may be below a folder it is held in. */
  readonly clientLocation: string | null;
  /** As the client named it. */
  readonly fileName: string | null;
  /** Full path on the server of the file under way. */
  readonly filePath: string | null;
  readonly bytesTransferred: number | null;
  readonly bytesPerSecond: number | null;
  /** 0 to 100; only for downloads whose size is known. */
  readonly progressPercent: number | null;
  readonly protocol: string | null;
  readonly pid: number;
}

export interface TerminalSession extends AnySession {
  readonly kind: "terminal";
  /** As its server counts them: a number on Windows, a word such as `c1` where logind names it so. */
  readonly id: number | string;
  /** Session name as printed: `console`, `rdp-tcp#3`; on Linux the terminal. A disconnected session has none. */
  readonly name: string | null;
  readonly status: TerminalStatus;
  /** The state in the words of the server's language. */
  readonly statusText: string;
  /** Services and listeners: shown apart, never acted on. */
  readonly isService: boolean;
  /** What its server can do with it now. Empty for services and listeners. */
  readonly actions: readonly TerminalAction[];
  /** Windows domain or machine that knows the account. */
  readonly domain: string | null;
  /** What the client calls itself, which proves nothing. */
  readonly clientName: string | null;
  /** Linux: the process that leads the login. */
  readonly pid: number | null;
  readonly idleText: string | null;
  readonly logonText: string | null;
}

export type Session = PanelSession | FtpSession | TerminalSession;
