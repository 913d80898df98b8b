import { type Process, parseProcesses } from "@/lib/providers/ftp/processes";
import { type CheckedPath, type ShellPart, shPart } from "@/lib/sessions/command";
import { parseTitle, type Title } from "./parse-title";

/**
 * The processes called vsftpd, with what each shows as its command line, as whom it runs and, where
 * the account may see it, whose binary it runs (of a deleted one too); leaves their pids in `$pids`.
 * With a program, only those that run it, as far as the account may see that. A command line may hold
 * anything: its first words tell, and what could begin a line is made a question mark.
 */
export function processesPart(program: CheckedPath | undefined): ShellPart {
  return shPart`folders=$(grep -ls "^[0-9]* (vsftpd) " /proc/[0-9]*/stat | sed "s|/stat$||")
${program ? keepPart(program) : shPart``}
stats= titles= binaries= pids=
for folder in $folders; do
  stats="$stats $folder/stat $folder/status" titles="$titles $folder/cmdline"
  binaries="$binaries $folder/exe" pids="$pids \${folder#/proc/}"
done
if [ -n "$pids" ]; then
  grep -Hs -e "^[0-9]* (vsftpd) " -e "^Uid:" $stats
  find $binaries -maxdepth 0 -lname "?*" ! -lname "*/vsftpd" ! -lname "*/vsftpd (deleted)" -printf "rollcall-binary other %p\\n" 2>/dev/null
  find -L $binaries -maxdepth 0 -printf "rollcall-binary %U %p\\n" 2>/dev/null
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
  /** The account it runs as. Undefined where it ended meanwhile. */
  readonly uid: number | undefined;
  /** Its binary is called vsftpd and belongs to root. Undefined where the account may not see that. */
  readonly isGenuine: boolean | undefined;
}

/** From the lines that `processesPart` prints. */
export function parseVsftpdProcesses(text: string): readonly VsftpdProcess[] {
  const shown = new Map<string, string>();
  for (const [, pid = "", words = ""] of text.matchAll(/^\/proc\/(\d+)\/cmdline:(.*)$/gm)) {
    if (!shown.has(pid)) shown.set(pid, words);
  }
  const uids = parseUids(text);
  const genuine = parseBinaries(text);
  return [...parseProcesses(text).values()].map((process) => ({
    ...process,
    title: parseTitle(shown.get(String(process.pid)) ?? ""),
    uid: uids.get(process.pid),
    isGenuine: genuine.get(process.pid),
  }));
}

/** The real uid, the first of four: no set-user-id program changes it by being started. */
function parseUids(text: string): ReadonlyMap<number, number> {
  const lines = text.matchAll(/^\/proc\/(\d+)\/status:Uid:\t(\d+)\t/gm);
  return new Map([...lines].map(([, pid, uid]) => [Number(pid), Number(uid)]));
}

function parseBinaries(text: string): ReadonlyMap<number, boolean> {
  const genuine = new Map<number, boolean>();
  for (const [, owner, pid] of text.matchAll(/^rollcall-binary (\S+) \/proc\/(\d+)\/exe$/gm)) {
    genuine.set(Number(pid), owner === "0" && genuine.get(Number(pid)) !== false);
  }
  return genuine;
}
