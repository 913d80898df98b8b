import type { FtpStatus } from "@/lib/sessions/session";

/** What a process of vsftpd says about itself (`setproctitle_enable`). What it does not say is null. */
export interface Title {
  readonly role: "listener" | "ssl-handler" | "connected" | "not-logged-in" | "logged-in";
  readonly remoteAddress: string | null;
  readonly user: string | null;
  /** How the title begins, with all of the user. Empty before the login. */
  readonly userText: string;
  readonly status: FtpStatus;
  /** The FTP verb under way. */
  readonly command: string | null;
  /**
   * Of the file under way, as the client named it; but each byte that is not printable ASCII is a
   * question mark, blanks at the end are lost, and it is cut where the title had no more room.
   */
  readonly fileName: string | null;
}

/** Undefined for a process without a title: it shows the command line that started the daemon. */
export function parseTitle(text: string): Title | undefined {
  if (!text.startsWith("vsftpd: ")) return undefined;
  const title = text.trimEnd();
  if (title === "vsftpd: LISTENER") return { ...silent, role: "listener" };
  const [, remoteAddress = null, words = ""] = beforeLogin.exec(title) ?? [];
  const role = roles.get(words);
  if (!role) return parseLoggedIn(title);
  return { ...silent, role, remoteAddress, status: statusOf(role) };
}

const silent = {
  remoteAddress: null,
  user: null,
  userText: "",
  status: "working",
  command: null,
  fileName: null,
} as const;

const beforeLogin = /^vsftpd: ([0-9A-Fa-f:.]+): ([A-Za-z ]+)$/;

const roles: ReadonlyMap<string, Title["role"]> = new Map([
  ["connected", "connected"],
  ["not logged in", "not-logged-in"],
  ["SSL handler", "ssl-handler"],
] as const);

/** A TLS helper that is left alone carries a transfer whose session is gone. */
function statusOf(role: Title["role"]): FtpStatus {
  return role === "ssl-handler" ? "working" : "connecting";
}

/** A title that was cut within the user names nobody: the rest of the name is not known. */
function parseLoggedIn(title: string): Title {
  const parts = withVerb.exec(title) ?? withoutVerb.exec(title);
  const [, userText = title, remoteAddress = null, user = null, verb = null, rest = ""] =
    parts ?? cutWithinUser.exec(title)?.slice(0, 3) ?? [];
  const status = toStatus(verb);
  return {
    role: "logged-in",
    remoteAddress,
    user,
    userText,
    status,
    command: status === "idle" ? null : verb,
    fileName: rest !== "" && transfers.has(status) ? rest : null,
  };
}

// A client chooses its file names and not its login, so the first colon before a verb ends the user.
const withVerb = /^(vsftpd: ([0-9A-Fa-f:.]+)\/(.+?):) ([A-Z]+)(?: (.*))?$/;
const withoutVerb = /^(vsftpd: ([0-9A-Fa-f:.]+)\/(.+?):)(?: .*)?$/;
const cutWithinUser = /^(vsftpd: ([0-9A-Fa-f:.]+)\/.*)$/;

const transfers: ReadonlySet<FtpStatus> = new Set(["downloading", "uploading"] as const);

function toStatus(verb: string | null): FtpStatus {
  switch (verb) {
    case "IDLE":
      return "idle";
    case "RETR":
      return "downloading";
    case "STOR":
    case "STOU":
    case "APPE":
      return "uploading";
    case "LIST":
    case "NLST":
    case "MLSD":
      return "listing";
    default:
      return "working";
  }
}
