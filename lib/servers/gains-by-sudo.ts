import { readFile } from "node:fs/promises";

/** False where this process gets no more rights, whatever sudoers says, as in the unit for systemd. */
export async function gainsBySudo(): Promise<boolean> {
  if (process.platform !== "linux") return true;
  // https://man7.org/linux/man-pages/man5/proc_pid_status.5.html
  return !/^NoNewPrivs:\t1$/m.test(await readFile("/proc/self/status", "utf8"));
}
