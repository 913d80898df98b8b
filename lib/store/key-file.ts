import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { type FileHandle, link, open, rm, writeFile } from "node:fs/promises";
import { inEnglish, type Reason, reason } from "@/lib/sessions/reason";

/** The key file cannot be used. Its reason is what stands in the way, and what to do about it. */
export class KeyFileError extends Error {
  readonly code = "key-file";
  readonly reason: Reason;

  constructor(why: Reason, options?: ErrorOptions) {
    super(inEnglish(why), options);
    this.name = "KeyFileError";
    this.reason = why;
  }
}

const keyBytes = 32;

/** The key that seals stored credentials. Never made here: with another key nothing stored would open. */
export async function readKeyFile(path: string): Promise<Buffer> {
  const file = await openToRead(path);
  try {
    const { mode } = await file.stat();
    if ((mode & 0o077) !== 0) {
      throw new KeyFileError(reason("keyFileOpen", { path }));
    }
    return toKey(await file.readFile("utf8"), path);
  } finally {
    await file.close();
  }
}

/** Makes the key file where there is none; never writes over one. */
export async function readOrMakeKeyFile(path: string): Promise<Buffer> {
  // Its folder need not be writable once it is there.
  if (existsSync(path)) return await readKeyFile(path);
  const key = randomBytes(keyBytes);
  // Nobody ever sees half a key: it gets its name when it is whole, unless another came first.
  const unnamed = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(unnamed, `${key.toString("base64")}\n`, {
      flag: "wx",
      mode: 0o600,
      flush: true,
    });
    await link(unnamed, path);
    return key;
  } catch (cause) {
    const code = codeOf(cause);
    if (code === "EEXIST") return await readKeyFile(path);
    throw new KeyFileError(reason("keyFileNotMade", { path, code }), { cause });
  } finally {
    await rm(unnamed, { force: true });
  }
}

async function openToRead(path: string): Promise<FileHandle> {
  try {
    return await open(path, "r");
  } catch (cause) {
    const code = codeOf(cause);
    const why =
      code === "ENOENT"
        ? reason("keyFileMissing", { path })
        : reason("keyFileUnreadable", { path, code });
    throw new KeyFileError(why, { cause });
  }
}

function toKey(text: string, path: string): Buffer {
  const key = Buffer.from(text, "base64");
  if (key.length === keyBytes && key.toString("base64") === text.trim()) return key;
  throw new KeyFileError(reason("keyFileOdd", { path, bytes: keyBytes }));
}

function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error) return String(error.code);
  throw error;
}
