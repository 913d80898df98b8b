import { type Process, parseProcesses } from "@/lib/providers/ftp/processes";
import { shPart } from "@/lib/sessions/command";

/**
 * The processes of all Pure-FTPd builds (`pure-ftpd-mysql` is one), with what each writes over its
 * command line and whose it is. Leaves the pids of sessions in `$pids`.
 */
export const processesPart = shPart`processes=$(grep -Hs "^[0-9]* (pure-ftpd" /proc/[0-9]*/stat | cut -d " " -f 1-23)
files=
for pid in $(printf "%s\\n" "$processes" | sed -n "s|^/proc/\\([0-9]*\\)/stat:.*|\\1|p"); do
  files="$files /proc/$pid/cmdline /proc/$pid/status"
done
titles=$(grep -aHso -e "^pure-ftpd ([A-Z]*)" -e "^Uid:.*" /dev/null $files)
pids=$(printf "%s\\n" "$titles" | sed -n "s|^/proc/\\([0-9]*\\)/cmdline:pure-ftpd ([DIU][A-Z]*)$|\\1|p")
printf "%s\\n" "$processes" "$titles"`;

export interface DaemonProcess extends Process {
  /** `SERVER` accepts connections, `PRIV` helps a session; a session is `IDLE`, `DOWNLOAD` or `UPLOAD`. */
  readonly title: string | undefined;
  /** A session is root's until somebody has logged in. */
  readonly isRoot: boolean;
}

export interface DaemonProcesses {
  readonly servers: readonly DaemonProcess[];
  /** All that is neither a server nor a helper. */
  readonly sessions: ReadonlyMap<number, DaemonProcess>;
  /** Those with a server or a helper of root: any account can give its own programs these names. */
  readonly certain: readonly DaemonProcess[];
}

/** From the lines that `processesPart` prints. */
export function parseDaemonProcesses(text: string): DaemonProcesses {
  const titles = new Map(toPairs(text, /^\/proc\/(\d+)\/cmdline:pure-ftpd \(([A-Z]+)\)$/gm));
  const users = new Map(toPairs(text, /^\/proc\/(\d+)\/status:Uid:\s+(\d+\s+\d+)\s/gm));
  const found = parseProcesses(text);
  const processes = [...found.values()].map((process) => ({
    ...process,
    title: titles.get(process.pid),
    isRoot: users.get(process.pid) === "0\t0",
  }));
  // A session has the title of the server that forked it until it has written its own.
  const isServer = ({ title, parent }: DaemonProcess) => title === "SERVER" && !found.has(parent);
  const isHelper = ({ title }: DaemonProcess) => title === "PRIV";
  const servers = processes.filter(isServer);
  const sessions = processes.filter((process) => !isServer(process) && !isHelper(process));
  const rootServers = new Set(servers.filter(({ isRoot }) => isRoot).map(({ pid }) => pid));
  const rootHelpers = processes.filter((process) => isHelper(process) && process.isRoot);
  const helped = new Set(rootHelpers.map(({ parent }) => parent));
  return {
    servers,
    sessions: new Map(sessions.map((process) => [process.pid, process])),
    certain: sessions.filter(
      ({ pid, parent, title = "" }) =>
        sessionTitles.has(title) && (rootServers.has(parent) || helped.has(pid)),
    ),
  };
}

const sessionTitles: ReadonlySet<string> = new Set(["IDLE", "DOWNLOAD", "UPLOAD"]);

function toPairs(text: string, line: RegExp): readonly (readonly [number, string])[] {
  return [...text.matchAll(line)].map(([, pid, value = ""]) => [Number(pid), value]);
}
