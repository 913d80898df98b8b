import type { FtpProcess } from "./ftp-process";
import type { OpenFile } from "./process-details";
import type { Known } from "./remembered-details";

/**
 * Full path of the file under way: the open file that has the name the client gave, or the only one
 * in the session's own folders. A daemon has logs and lists of its own open as well.
 */
export function findFile(process: FtpProcess, known: Known): string | null {
  return findOpenFile(process, known)?.path ?? null;
}

export function findOpenFile({ fileName }: FtpProcess, { details }: Known): OpenFile | undefined {
  if (!details) return undefined;
  const files = details.files.filter(({ size }) => size !== undefined);
  const name = fileName?.split("/").at(-1);
  if (name) {
    const named = files.findLast(({ path }) => toShown(path.split("/").at(-1)) === toShown(name));
    if (named) return named;
  }
  const folder = details.root === "/" ? details.cwd : details.root;
  const own = files.filter(({ path }) => path.startsWith(folder === "/" ? "/" : `${folder}/`));
  const [only, ...others] = own;
  return folder !== "/" && others.length === 0 ? only : undefined;
}

/**
 * As vsftpd shows a name in its title: what is not printable ASCII is a question mark a byte. Here one
 * for all in a row, for the bytes of a name that is not UTF-8 are counted otherwise.
 */
export function toShown(name: string | undefined): string {
  return (name ?? "").replace(/[^\x20-\x3e\x40-\x7e]+/g, "?");
}
