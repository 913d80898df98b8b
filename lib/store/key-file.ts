import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { type FileHandle, link, open, rm, writeFile } from "node:fs/promises";

/** The key file cannot be used. Its message is what stands in the way, and what to do about it. */
export class KeyFileError extends Error {
  readonly code = "key-file";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "KeyFileError";
  }
}

const keyBytes = 32;

/** The key that seals stored credentials. Never made here: with another key nothing stored would open. */
export async function readKeyFile(path: string): Promise<Buffer> {
  const file = await openToRead(path);
  try {
    const { mode } = await file.stat();
    if ((mode & 0o077) !== 0) {
      throw new KeyFileError(
        `its key file ${path} can be read by other accounts: run chmod 600 on it, and change the credentials it seals if somebody may have read it`,
      );
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
    const words = `its key file ${path} cannot be made (${code}): make its folder writable for this account, or choose another with ROLLCALL_KEY_FILE`;
    throw new KeyFileError(words, { cause });
  } finally {
    await rm(unnamed, { force: true });
  }
}

async function openToRead(path: string): Promise<FileHandle> {
  try {
    return await open(path, "r");
  } catch (cause) {
    const code = codeOf(cause);
    const words =
      code === "ENOENT"
        ? "is missing: put it back from a backup, or enter the credential again"
        : `cannot be read (${code}): give this account the right to read it`;
    throw new KeyFileError(`its key file ${path} ${words}`, { cause });
  }
}

function toKey(text: string, path: string): Buffer {
  const key = Buffer.from(text, "base64");
  if (key.length === keyBytes && key.toString("base64") === text.trim()) return key;
  throw new KeyFileError(
    `its key file ${path} does not hold a key, which is one line of base64 of ${keyBytes} bytes: put the right one back from a backup`,
  );
}

function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error) return String(error.code);
  throw error;
}
