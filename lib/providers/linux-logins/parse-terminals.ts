export interface Terminal {
  /** Without `/dev/`: `pts/0`, `tty1`. */
  readonly name: string;
  /** As in /proc/PID/stat. */
  readonly device: number;
  /** When somebody typed there last, in seconds since 1970 by the server's clock. */
  readonly usedAtSeconds: number;
}

/** Lines of `stat -c "rollcall-terminal %t %T %X %n"`: the device numbers are hexadecimal. */
export function parseTerminals(text: string): readonly Terminal[] {
  return [...text.matchAll(line)].map(([, major = "", minor = "", usedAt, name = ""]) => ({
    name,
    device: toDevice(Number.parseInt(major, 16), Number.parseInt(minor, 16)),
    usedAtSeconds: Number(usedAt),
  }));
}

const line = /^rollcall-terminal ([\da-f]+) ([\da-f]+) (\d+) \/dev\/(\S+)$/gm;

/** The kernel's new_encode_dev: twelve bits of major between the low eight and the high twelve of minor. */
function toDevice(major: number, minor: number): number {
  return (minor & 0xff) | (major << 8) | ((minor & ~0xff) << 12);
}
