import { chown, rm, writeFile } from "node:fs/promises";

const utmp = "/run/utmp";

/** sshd writes logins to this file only where it exists; gives back what takes it away again. */
export async function makeUtmp(): Promise<() => Promise<void>> {
  try {
    await writeFile(utmp, "", { mode: 0o664, flag: "wx" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return async () => {};
    throw error;
  }
  await chown(utmp, 0, 0);
  return () => rm(utmp, { force: true });
}
