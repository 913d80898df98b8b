/** One session as ProFTPD itself keeps it. What it does not say is null. */
export interface Entry {
  readonly pid: number;
  /** Where it stands in the list. A slot is given to another session later. */
  readonly slot: number;
  /** When the client connected, ms since 1970; exact to the second. */
  readonly beganMs: number;
  /** Null before the login. */
  readonly user: string | null;
  /** How the title of its process begins after the login; empty before. */
  readonly titleStart: Uint8Array;
  /** The login may go on behind what is known of it. */
  readonly isUserCut: boolean;
  readonly remoteAddress: string | null;
  /** What the titles call the client: its address, or its name with UseReverseDNS. */
  readonly clientName: string | null;
  readonly port: number | null;
  readonly virtualHost: string | null;
  readonly protocol: string | null;
  /** As the client sees it. */
  readonly location: string | null;
  /** The command under way. Null when none is. */
  readonly command: string | null;
  readonly argument: string | null;
  /** When the last command ended; while one is under way, when that began. */
  readonly idleSinceMs: number | null;
  /** Bytes of the transfer under way, or of the last one. */
  readonly bytes: number | null;
  /** Bytes the download under way will have; null where there is none, or nobody knows. */
  readonly size: number | null;
}

/** The field for the login has room for 31 bytes and is cut on a whole letter, of up to 4 bytes. */
const surelyWhole = 27;

/** `proftpd: anna - 192.0.2.1: IDLE`; a login that may have been cut goes on where the field ends. */
export function ofLogin(login: string, encoding: "latin1" | "utf8") {
  const isUserCut = Buffer.byteLength(login, encoding) > surelyWhole;
  const titleStart = Buffer.from(`proftpd: ${login}${isUserCut ? "" : " - "}`, encoding);
  return { titleStart, isUserCut };
}

/** Before the login. */
export const ofNobody = { titleStart: new Uint8Array(), isUserCut: false } as const;

/** What any title of a session begins with, whoever it is. */
export const anyTitle: Uint8Array = Buffer.from("proftpd: ");
