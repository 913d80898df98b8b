import { type CheckedPath, checkedPathSchema, shScript } from "@/lib/sessions/command";
import type { Answer } from "@/lib/sessions/transport";

/**
 * The files that running daemons keep open. A daemon locks its scoreboard by a file of the same name
 * with `.lck` behind it, wherever its configuration puts it; only root may see which files are open.
 */
export const askForScoreboard = shScript`LC_ALL=C; export LC_ALL
for stat in $(grep -ls -e " (proftpd) [^ZX]" /proc/[0-9]*/stat); do
  readlink "\${stat%/stat}"/fd/* 2>/dev/null
done
echo rollcall-end`;

/** Undefined where it cannot be seen: then ftpwho looks where it was built to look. */
export function findScoreboard({ stdout }: Answer): CheckedPath | undefined {
  const lock = /^(\/.*scoreboard.*)\.lck$/m.exec(new TextDecoder().decode(stdout))?.[1];
  return checkedPathSchema.safeParse(lock).data;
}
