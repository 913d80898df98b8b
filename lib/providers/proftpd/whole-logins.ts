import { decode } from "@/lib/providers/ftp/process-details";
import { shScript } from "@/lib/sessions/command";
import type { Answer, Transport } from "@/lib/sessions/transport";
import { type Entry, ofNobody } from "./entry";
import type { LiveEntry } from "./live-entries";

type Login = Pick<Entry, "user" | "titleStart" | "isUserCut">;

/**
 * Gives logins whole that the list of the daemon may have cut: two people may begin alike. Each is
 * asked for once and stays as it was answered, so that a session keeps its name.
 */
export function createWholeLogins(transport: Transport) {
  let known: ReadonlyMap<string, Login> = new Map();
  return async (live: readonly LiveEntry[], signal: AbortSignal): Promise<readonly LiveEntry[]> => {
    const cut = live.flatMap(({ pid, startTicks, entry }) =>
      entry?.isUserCut ? [{ name: `${pid} ${startTicks} ${entry.user}`, pid, entry }] : [],
    );
    const unknown = cut.filter(({ name }) => !known.has(name)).map(({ pid }) => pid);
    const titles =
      unknown.length > 0 ? parseTitles(await transport.run(askForTitles(unknown), signal)) : null;
    const logins = new Map<number, Login>();
    const asked = new Map<string, Login>();
    for (const { name, pid, entry } of cut) {
      const login = known.get(name) ?? findLogin(entry, titles?.get(pid));
      logins.set(pid, login);
      if (login.user !== null) asked.set(name, login);
    }
    known = asked;
    return live.map(({ entry, ...one }) => ({
      ...one,
      entry: entry && { ...entry, ...logins.get(one.pid) },
    }));
  };
}

/** Everyone may read the title of a process, which has the login whole. */
function askForTitles(pids: readonly number[]) {
  return shScript`LC_ALL=C; export LC_ALL
files=$(echo "${pids}" | sed "s,[0-9][0-9]*,/proc/&/cmdline,g")
grep -aHsz -m 1 "^proftpd: " /dev/null $files
echo
echo rollcall-end`;
}

/** One letter a byte. A title may hold anything but NUL, and each ends with one. */
function parseTitles({ stdout }: Answer): ReadonlyMap<number, string> {
  const records = Buffer.from(stdout).toString("latin1").split("\0");
  const titles = new Map<number, string>();
  for (const record of records) {
    const [, pid, title] = /^\/proc\/(\d+)\/cmdline:(.*)$/s.exec(record) ?? [];
    if (title !== undefined) titles.set(Number(pid), title);
  }
  return titles;
}

/** `proftpd: LOGIN - CLIENT: IDLE`, where the login may itself hold ` - `. */
export function findLogin(
  { user, titleStart, clientName }: Pick<Entry, "user" | "titleStart" | "clientName">,
  title = "",
): Login {
  const known = Buffer.from(titleStart).toString("latin1");
  if (title.startsWith(known)) {
    const end = title.indexOf(` - ${clientName}: `, known.length);
    if (clientName !== null && end >= 0) return toLogin(title.slice(0, end));
  } else if (loggingIn.test(title)) {
    return { user: null, ...ofNobody };
  }
  return { user: `${user}…`, titleStart, isUserCut: true };
}

function toLogin(start: string): Login {
  const user = decode(Buffer.from(start.slice("proftpd: ".length), "latin1"));
  return { user, titleStart: Buffer.from(`${start} - `, "latin1"), isUserCut: false };
}

/** The list is a moment ahead of the title: `proftpd: 192.0.2.1:4711: PASS (hidden)`. */
const loggingIn = /^proftpd: (?:\S+:|\(authenticating\)) /;
