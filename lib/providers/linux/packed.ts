import { gunzipSync } from "node:zlib";
import { type ShellPart, shPart } from "@/lib/sessions/command";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";

/**
 * A script whose answer travels packed, where the server has gzip: lists of processes, files and
 * connections are ten times smaller so. Whole but for the end mark, which stands behind it.
 */
export function packedPart(body: ShellPart): ShellPart {
  return shPart`LC_ALL=C; export LC_ALL; pack=cat
! command -v gzip >/dev/null || pack="gzip -1c"
{
${body}
} | $pack
echo
echo rollcall-end`;
}

/** A hundred thousand sessions. */
const mebibytes = 64;
const mostBytes = mebibytes * 1024 * 1024;

/** Without the line feed before the end mark. @throws SourceError when it is damaged, or larger than 64 MiB. */
export function unpack(stdout: Uint8Array): Buffer {
  const length = Math.max(0, stdout.byteLength - 1);
  const bytes = Buffer.from(stdout.buffer, stdout.byteOffset, length);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes });
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause)) throw cause;
    if (cause.code === "ERR_BUFFER_TOO_LARGE") {
      throw new SourceError("too-large", reason("tooLarge", { mebibytes }), { cause });
    }
    throw new SourceError("unreadable", reason("damaged"), { cause });
  }
}
