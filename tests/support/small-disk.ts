import { cp, mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";

/** A disk that a test can fill, seen by one process alone: it ends with it. Root only. */
export interface SmallDisk {
  /** What becomes the process that sees the disk, and is named after these words. */
  readonly within: readonly string[];
  /** What is on it, as the process with this number has it: SQLite opens no file where a test sees it. */
  copy(pid: number, to: string): Promise<void>;
  fill(pid: number): Promise<void>;
  free(pid: number): Promise<void>;
}

const bytes = 16_777_216;

/** In place of this folder, which is made. */
export async function makeSmallDisk(folder: string): Promise<SmallDisk> {
  await mkdir(folder);
  const mount = `mount -t tmpfs -o size=${bytes},mode=700 tmpfs "$0" && exec "$@"`;
  const seenFrom = (pid: number) => `/proc/${pid}/root${folder}`;
  const filler = (pid: number) => join(seenFrom(pid), "filler");
  return {
    within: ["unshare", "--mount", "--propagation", "private", "sh", "-c", mount, folder],
    copy: (pid, to) =>
      cp(seenFrom(pid), to, { recursive: true, filter: (file) => file !== filler(pid) }),
    async fill(pid) {
      const file = await open(filler(pid), "w");
      try {
        for (let written = 0; written <= bytes; written += 4096)
          await file.write(Buffer.alloc(4096));
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
      } finally {
        await file.close();
      }
    },
    free: (pid) => rm(filler(pid)),
  };
}
