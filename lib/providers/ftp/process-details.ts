export interface OpenFile {
  readonly fd: number;
  readonly path: string;
  /** Bytes. Absent for what is no regular file. */
  readonly size: number | undefined;
  /** Bytes from the start of the file. Read for vsftpd only. */
  readonly position: number | undefined;
}

/** The folders and files of one process, as real paths of the server. */
export interface ProcessDetails {
  readonly cwd: string;
  /** `/` unless the session is held in a folder (chroot). */
  readonly root: string;
  readonly files: readonly OpenFile[];
  /** In a container, say: its connections are not among those of the server. Absent where they are. */
  readonly isInOtherNetwork?: true;
}

/** Records of `rollcall-look`. A path is what the kernel says: bytes, mostly UTF-8. */
export function parseDetails(records: Uint8Array): ReadonlyMap<number, ProcessDetails> {
  const sorted = sortRecords(records);
  const files = toFiles(sorted);
  const details = new Map<number, ProcessDetails>();
  for (const [link, cwd] of sorted.links) {
    const pid = /^\/proc\/(\d+)\/cwd$/.exec(link)?.[1];
    const root = sorted.links.get(`/proc/${pid}/root`);
    if (pid === undefined || root === undefined) continue;
    const network = sorted.links.get(`/proc/${pid}/ns/net`);
    const isHere = network === undefined || network === sorted.links.get("/proc/self/ns/net");
    details.set(Number(pid), {
      cwd,
      root,
      files: files.get(pid) ?? [],
      ...(isHere ? {} : { isInOtherNetwork: true }),
    });
  }
  return details;
}

/** Each by its path below /proc. */
interface Sorted {
  readonly links: ReadonlyMap<string, string>;
  readonly sizes: ReadonlyMap<string, number>;
  readonly positions: ReadonlyMap<string, number>;
}

function sortRecords(records: Uint8Array): Sorted {
  const links = new Map<string, string>();
  const sizes = new Map<string, number>();
  const positions = new Map<string, number>();
  for (const record of split(records)) {
    const text = decode(record);
    const [path = "", value = ""] = cutAtTab(text.slice(1));
    if (text.startsWith("l")) links.set(path, value);
    else if (text.startsWith("s")) sizes.set(path, Number(value));
    else for (const [file, position] of toPositions(text)) positions.set(file, position);
  }
  return { links, sizes, positions };
}

/** By the pid. */
function toFiles({ links, sizes, positions }: Sorted): ReadonlyMap<string, readonly OpenFile[]> {
  const files = new Map<string, OpenFile[]>();
  for (const [link, path] of links) {
    const [, pid, fd] = /^\/proc\/(\d+)\/fd\/(\d+)$/.exec(link) ?? [];
    if (pid === undefined) continue;
    const position = positions.get(`/proc/${pid}/fdinfo/${fd}`);
    const known = files.get(pid) ?? [];
    known.push({ fd: Number(fd), path, size: sizes.get(link), position });
    files.set(pid, known);
  }
  return files;
}

function* split(records: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  for (let end = records.indexOf(0); end >= 0; end = records.indexOf(0, start)) {
    if (end > start) yield records.subarray(start, end);
    start = end + 1;
  }
}

function cutAtTab(text: string): readonly string[] {
  const at = text.indexOf("\t");
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function toPositions(text: string): readonly (readonly [string, number])[] {
  const lines = text.matchAll(/^p?(\/proc\/\d+\/fdinfo\/\d+):pos:\s*(\d+)$/gm);
  return [...lines].map(([, path = "", at]) => [path, Number(at)]);
}

/** UTF-8 where the bytes are that, else each byte as the letter of Latin-1, so that none is lost. */
export function decode(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return Buffer.from(bytes).toString("latin1");
  }
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
