import { askForDialect, parseDialect } from "@/lib/providers/windows/shell-dialect";
import { type Command, shellLine, shScript } from "@/lib/sessions/command";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer, Transport } from "@/lib/sessions/transport";

/** What a server is, and which versions its software says it has. */
export interface System {
  readonly isWindows: boolean;
  /** As the system calls itself; null where it does not say. */
  readonly name: string | null;
  /** By provider; absent where it is not sure that what runs there is what was asked. */
  readonly versions: ReadonlyMap<string, string>;
}

export async function askSystem(transport: Transport, signal: AbortSignal): Promise<System> {
  const dialect = await findDialect(transport, signal);
  if (dialect !== "sh") {
    const name = parseWindowsVersion(await transport.run(askForWindowsVersion[dialect], signal));
    return { isWindows: true, name, versions: new Map() };
  }
  return parseSystem(await transport.run(askForSystem, signal));
}

/** A shell of people, such as fish, understands nothing of the question, and hands scripts on to sh all the same. */
async function findDialect(transport: Transport, signal: AbortSignal) {
  try {
    return parseDialect((await transport.run(askForDialect, signal)).stdout);
  } catch (error) {
    if (error instanceof SourceError && error.code === "unreadable") return "sh";
    throw error;
  }
}

/** The least that a server can be asked. */
export const askNothing: Command = shellLine`echo rollcall-end`;

const askForWindowsVersion = {
  cmd: shellLine`ver & echo rollcall-end`,
  powershell: shellLine`cmd /c ver; echo rollcall-end`,
} as const;

/** The word before the number is in the language of the server. */
export function parseWindowsVersion({ stdout }: Pick<Answer, "stdout">): string | null {
  const said = /Microsoft Windows \[[^\]\d]*([\d.]+)\]/.exec(
    Buffer.from(stdout).toString("latin1"),
  );
  return said ? `Microsoft Windows [Version ${said[1]}]` : null;
}

/**
 * A program's version counts where no other program of the same name runs, as far as is seen: root
 * sees all. vsftpd says its version to its standard input.
 */
const askForSystem = shScript`LC_ALL=C; export LC_ALL
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
echo "rollcall-kernel $(uname -sr)"
sed -n "s/^PRETTY_NAME=/rollcall-name /p" /etc/os-release 2>/dev/null
is_what_runs() {
  program=$(command -v "$1") || return 1
  running=$(grep -lsx -e "$1" /proc/[0-9]*/comm | sed "s,comm$,exe," | while read -r link; do readlink "$link" 2>/dev/null; done | sort -u)
  [ -z "$running" ] || [ "$running" = "$(readlink -f "$program")" ]
}
is_what_runs proftpd && echo "rollcall-proftpd $(proftpd -v 2>&1 </dev/null | head -n 1)"
is_what_runs pure-ftpd && echo "rollcall-pureftpd $(pure-ftpd --help 2>&1 </dev/null | head -n 1)"
is_what_runs vsftpd && echo "rollcall-vsftpd $( (vsftpd -v 0>&1) 2>/dev/null | head -n 1)"
echo rollcall-end`;

const versionPatterns: Readonly<Record<string, RegExp>> = {
  proftpd: /^rollcall-proftpd ProFTPD Version (\d[\w.-]*)/m,
  pureftpd: /^rollcall-pureftpd pure-ftpd v(\d[\w.-]*)/m,
  vsftpd: /^rollcall-vsftpd vsftpd: version (\d[\w.-]*)/m,
};

export function parseSystem({ stdout }: Pick<Answer, "stdout">): System {
  const text = new TextDecoder().decode(stdout);
  const [, kernel = ""] = /^rollcall-kernel (.*)$/m.exec(text) ?? [];
  const [, name] = /^rollcall-name "?([^"\n]+)"?$/m.exec(text) ?? [];
  const versions = Object.entries(versionPatterns).flatMap(([provider, pattern]) => {
    const [, version] = pattern.exec(text) ?? [];
    return version === undefined ? [] : [[provider, version] as const];
  });
  return {
    // Git Bash and Cygwin call the kernel so.
    isWindows: /^(MINGW|MSYS|CYGWIN)/.test(kernel),
    name: name ?? (kernel === "" ? null : kernel),
    versions: new Map(versions),
  };
}
