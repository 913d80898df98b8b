import { z } from "zod";
import { toPlainWords } from "@/lib/providers/linux/plain-words";
import { type CheckedPath, shScript } from "@/lib/sessions/command";
import { quoted, reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";
import { type Entry, ofLogin, ofNobody } from "./entry";
import { findScoreboard } from "./find-scoreboard";
import type { Listed } from "./live-entries";

interface FtpwhoSettings {
  readonly scoreboard?: CheckedPath | undefined;
  readonly ftpwho?: CheckedPath | undefined;
}

/**
 * What ProFTPD's own status tool says, for a scoreboard of a format that is not known. It falls back
 * to another scoreboard without a word when `-f` names a missing one.
 */
export function askFtpwho({ scoreboard, ftpwho }: FtpwhoSettings) {
  return shScript`LC_ALL=C; export LC_ALL
ftpwho="${ftpwho}"
[ -n "$ftpwho" ] || ftpwho=ftpwho
${findScoreboard(scoreboard)}
if [ -e "$scoreboard" ]; then "$ftpwho" -v -o json -f "$scoreboard"; code=$?
else echo "$scoreboard: No such file" >&2; code=1
fi
echo "
rollcall-ftpwho $code
rollcall-end"`;
}

/** As ftpwho 1.3.6 to 1.3.9 prints it (ProFTPD: utils/ftpwho.c). */
const connectionSchema = z.object({
  pid: z.int().positive(),
  connected_since_ms: z.int().positive(),
  remote_address: z.string(),
  remote_name: z.string().optional(),
  local_port: z.int().optional(),
  user: z.string().optional(),
  protocol: z.string().optional(),
  location: z.string().optional(),
  idle_since_ms: z.int().nonnegative().optional(),
  command: z.string().optional(),
  command_args: z.string().optional(),
  transfer_bytes: z.number().optional(),
});

const ftpwhoSchema = z.object({
  server: z.object({ pid: z.int().nonnegative().optional() }),
  connections: z.array(connectionSchema),
});

/** @throws SourceError when ftpwho failed, or when what it says cannot be right. */
export function parseFtpwho({ stdout, stderr }: Answer): Listed {
  const text = new TextDecoder().decode(stdout);
  const [, json, code] = /^([\s\S]*)\nrollcall-ftpwho (\d+)\n/.exec(text) ?? [];
  if (json === undefined)
    throw new SourceError("unreadable", reason("noPartOf", { tool: "ftpwho" }));
  if (code !== "0") throw toFailure(Number(code), new TextDecoder().decode(stderr));
  // ftpwho writes U+001F raw into strings, which JSON does not allow; it escapes all other controls.
  const parsed = ftpwhoSchema.safeParse(tryJson(json.replaceAll("\u001f", "\\u001f")));
  if (!parsed.success) {
    const why = reason("noJson", { tool: "ftpwho" });
    throw new SourceError("unreadable", why, { cause: parsed.error });
  }
  const { server, connections } = parsed.data;
  return { daemonPid: server.pid ?? 0, entries: connections.map(toEntry) };
}

function toEntry(connection: z.infer<typeof connectionSchema>, slot: number): Entry {
  const user = toUser(connection);
  return {
    pid: connection.pid,
    slot,
    beganMs: connection.connected_since_ms,
    user,
    ...(user === null ? ofNobody : ofLogin(user, "utf8")),
    remoteAddress: connection.remote_address || null,
    clientName: connection.remote_name || null,
    port: connection.local_port ?? null,
    virtualHost: null,
    protocol: connection.protocol ?? null,
    location: connection.location ?? null,
    command: connection.command ?? null,
    argument: connection.command_args ?? null,
    idleSinceMs: connection.idle_since_ms ?? null,
    bytes: connection.transfer_bytes ?? null,
    size: null,
  };
}

/** A login that is literally `(none)` looks like nobody, but only who has logged in has a location. */
function toUser({ user, location }: z.infer<typeof connectionSchema>): string | null {
  return user ?? (location === undefined ? null : "(none)");
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
  const said = toPlainWords(stderr);
  if (code === 127 || code === 126) return new SourceError("tool-missing", quoted("ftpwho"));
  if (code > 128) {
    const why = reason("endedBySignal", { tool: "ftpwho", signal: code - 128 });
    return new SourceError("unreadable", why);
  }
  if (/permission denied/i.test(said)) return new SourceError("refused", quoted(said));
  if (/no such file|scoreboard: success/i.test(said)) {
    const why = reason("notRunningFor", { software: "ProFTPD", why: quoted(said) });
    return new SourceError("unreachable", why);
  }
  if (/too old|corrupted or old|unknown outform|invalid option|unknown option/i.test(said)) {
    return new SourceError("unreadable", reason("tooOld", { said }));
  }
  const why = said ? quoted(said) : reason("exitCode", { code });
  return new SourceError("unreadable", reason("toolFailed", { tool: "ftpwho", why }));
}
