import { z } from "zod";
import { type CheckedPath, shScript } from "@/lib/sessions/command";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";

export interface ProftpdSettings {
  /** Scoreboard file; ftpwho finds the compiled default by itself. */
  readonly scoreboard?: CheckedPath | undefined;
  readonly ftpwho?: CheckedPath | undefined;
  /** The daemon's binary, compared before a signal where the account may read it. */
  readonly program?: CheckedPath | undefined;
}

/**
 * What ftpwho says, with the server's uptime and the children of the daemon that the last look found;
 * sh reads both without another process. A zombie daemon has no program any more, so no children
 * either. ftpwho checks no pid, and falls back to another scoreboard without a word when `-f` names a
 * missing one.
 */
export function whoIsConnected({ scoreboard, ftpwho }: ProftpdSettings, daemonPid?: number) {
  return shScript`LC_ALL=C; export LC_ALL
ftpwho="${ftpwho}"; scoreboard="${scoreboard}"; daemon="${daemonPid}"
[ -n "$ftpwho" ] || ftpwho=ftpwho
if [ -z "$scoreboard" ]; then "$ftpwho" -v -o json; code=$?
elif [ -e "$scoreboard" ]; then "$ftpwho" -v -o json -f "$scoreboard"; code=$?
else echo "$scoreboard: No such file" >&2; code=1
fi
read -r uptime rest </proc/uptime
comm=; pids=none
[ -n "$daemon" ] && [ -e "/proc/$daemon/exe" ] && read -r comm <"/proc/$daemon/comm"
case $comm in proftpd|in.proftpd)
  children=/proc/$daemon/task/$daemon/children
  [ -r "$children" ] && read -r pids <"$children" ;;
esac
echo "
rollcall-ftpwho $code
rollcall-uptime $uptime
rollcall-children $daemon $pids
rollcall-end"`;
}

/** As ftpwho 1.3.6 to 1.3.9 prints it (contrib: utils/ftpwho.c). */
const connectionSchema = z.object({
  pid: z.int().positive(),
  connected_since_ms: z.int().positive(),
  remote_address: z.string(),
  user: z.string().optional(),
  protocol: z.string().optional(),
  location: z.string().optional(),
  idling: z.boolean().optional(),
  idle_since_ms: z.int().nonnegative().optional(),
  command: z.string().optional(),
  command_args: z.string().optional(),
  downloading: z.boolean().optional(),
  uploading: z.boolean().optional(),
  transfer_completed: z.string().optional(),
  transfer_bytes: z.number().optional(),
});
export type Connection = z.infer<typeof connectionSchema>;

const ftpwhoSchema = z.object({
  server: z.object({ pid: z.int().nonnegative().optional() }),
  connections: z.array(connectionSchema),
});

export interface Connected {
  /** As ftpwho lists them: a process that ended stays in the list for a while, or for ever. */
  readonly connections: readonly Connection[];
  /** Absent in inetd mode. */
  readonly daemonPid: number | undefined;
  /** The processes of sessions that live; undefined where the kernel or the mode cannot say. */
  readonly children: ReadonlySet<number> | undefined;
  readonly uptimeMs: number;
}

/** @throws SourceError when ftpwho failed, or when what it says cannot be right. */
export function parseConnected(answer: Answer): Connected {
  const text = new TextDecoder().decode(answer.stdout);
  const [, json, code, machine] = /^([\s\S]*)\nrollcall-ftpwho (\d+)\n([\s\S]*)$/.exec(text) ?? [];
  const uptimeSeconds = /^rollcall-uptime (\d+\.\d+)$/m.exec(machine ?? "")?.[1];
  if (json === undefined || uptimeSeconds === undefined) {
    throw new SourceError("unreadable", "the answer has no ftpwho part, or no /proc");
  }
  if (code !== "0") throw toFailure(Number(code), new TextDecoder().decode(answer.stderr));
  const { server, connections } = parseFtpwho(json);
  const [, parent, pids] = /^rollcall-children (\d+)([ \d]*)$/m.exec(machine ?? "") ?? [];
  return {
    connections: connections.filter(({ pid }) => pid !== server.pid),
    daemonPid: server.pid,
    children: Number(parent) === server.pid ? new Set(pids?.match(/\d+/g)?.map(Number)) : undefined,
    uptimeMs: Number(uptimeSeconds) * 1000,
  };
}

function parseFtpwho(json: string) {
  // ftpwho writes U+001F raw into strings, which JSON does not allow; it escapes all other controls.
  const parsed = ftpwhoSchema.safeParse(tryJson(json.replaceAll("\u001f", "\\u001f")));
  if (parsed.success) return parsed.data;
  throw new SourceError("unreadable", "ftpwho printed no JSON that makes sense", {
    cause: parsed.error,
  });
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function toFailure(code: number, stderr: string): SourceError {
  const said = stderr
    .replace(/[^\x20-\x7e]+/g, " ")
    .trim()
    .slice(0, 200);
  if (code === 127 || code === 126) return new SourceError("tool-missing", "ftpwho");
  if (code > 128) {
    return new SourceError(
      "unreadable",
      `ftpwho was ended by signal ${code - 128}, as happens when a file name is not UTF-8`,
    );
  }
  if (/permission denied/i.test(said)) return new SourceError("refused", said);
  if (/no such file|scoreboard: success/i.test(said)) {
    return new SourceError("unreachable", `ProFTPD is not running: ${said}`);
  }
  return new SourceError("unreadable", `ftpwho failed: ${said || `exit code ${code}`}`);
}
