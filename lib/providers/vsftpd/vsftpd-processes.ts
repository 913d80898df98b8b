import { type Process, parseProcesses } from "@/lib/providers/ftp/processes";
import { type CheckedPath, type ShellPart, shPart } from "@/lib/sessions/command";
import { parseTitle, type Title } from "./parse-title";

/**
 * The processes called vsftpd, with what each shows as its command line; leaves their pids in `$pids`.
 * With a program, only those that run it, as far as the account may see that. A command line may hold
 * anything: its first words tell, and what could begin a line is made a question mark.
 */
export function processesPart(program: CheckedPath | undefined): ShellPart {
  return shPart`folders=$(grep -ls "^[0-9]* (vsftpd) " /proc/[0-9]*/stat | sed "s|/stat$||")
${program ? keepPart(program) : shPart``}
stats= titles= pids=
for folder in $folders; do
  stats="$stats $folder/stat" titles="$titles $folder/cmdline" pids="$pids \${folder#/proc/}"
done
if [ -n "$pids" ]; then
  grep -Hs "^[0-9]* (vsftpd) " $stats
  grep -aHsz . $titles | tr "\\001-\\037" "?" | tr "\\000" "\\n"
fi`;
}

/** The kernel says ` (deleted)` of a program that was replaced by an update. */
function keepPart(program: CheckedPath): ShellPart {
  return shPart`programs=$(for folder in $folders; do echo $folder/exe; done)
folders=$([ -z "$programs" ] || find $programs -maxdepth 0 \\( -lname "${program}" -o -lname "${program} (deleted)" -o ! -lname "?*" \\) -printf "%h\\n" 2>/dev/null)`;
}

export interface VsftpdProcess extends Process {
  /** Undefined where titles are off. */
  readonly title: Title | undefined;
}

/** From the lines that `processesPart` prints. */
export function parseVsftpdProcesses(text: string): readonly VsftpdProcess[] {
  const shown = new Map<string, string>();
  for (const [, pid = "", words = ""] of text.matchAll(/^\/proc\/(\d+)\/cmdline:(.*)$/gm)) {
    if (!shown.has(pid)) shown.set(pid, words);
  }
  return [...parseProcesses(text).values()].map((process) => ({
    ...process,
    title: parseTitle(shown.get(String(process.pid)) ?? ""),
  }));
}
