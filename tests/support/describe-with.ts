import { describe } from "vitest";
import { findProgram, missingProgram, type Program } from "@/tests/support/programs";

type Needed = Program | "root";

/** Only root starts these daemons so that they let anybody in, and makes the accounts and machines for the rest. */
const forRoot: readonly Needed[] = ["root", "proftpd", "pure-ftpd", "vsftpd", "sudo", "loginctl"];

/** Runs the suite where all that it needs is there; else skips it by name, and with CI set fails it. */
export function describeWith(
  needed: Needed | readonly Needed[],
  title: string,
  body: () => void,
): void {
  const all = typeof needed === "string" ? [needed] : needed;
  // biome-ignore lint/style/noProcessEnv: CI is how a build machine says that nothing may be skipped
  const [missing] = process.env["CI"] ? [] : all.flatMap((each) => findLack(each) ?? []);
  if (missing === undefined) describe(title, body);
  else describe.skip(`${title} (${missing})`, body);
}

/** In words for the person who reads the skip. */
function findLack(needed: Needed): string | undefined {
  if (needed !== "root" && !findProgram(needed)) return missingProgram(needed);
  return forRoot.includes(needed) && process.getuid?.() !== 0 ? "only root can run it" : undefined;
}
