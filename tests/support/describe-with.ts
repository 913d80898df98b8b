import { describe } from "vitest";
import { findProgram, missingProgram, type Program } from "@/tests/support/programs";

/** Runs the suite where the programs are installed; else skips it by name, and with CI set fails it. */
export function describeWith(
  needed: Program | readonly Program[],
  title: string,
  body: () => void,
): void {
  const programs = typeof needed === "string" ? [needed] : needed;
  // biome-ignore lint/style/noProcessEnv: CI is how a build machine says that nothing may be skipped
  const missing = process.env["CI"] ? undefined : programs.find((name) => !findProgram(name));
  if (missing === undefined) describe(title, body);
  else describe.skip(`${title} (${missingProgram(missing)})`, body);
}
