import { describe } from "vitest";
import { findProgram, missingProgram, type Program } from "@/tests/support/programs";

/** Runs the suite where the program is installed; else skips it by name, and with CI set fails it. */
export function describeWith(program: Program, title: string, body: () => void): void {
  // biome-ignore lint/style/noProcessEnv: CI is how a build machine says that nothing may be skipped
  if (findProgram(program) || process.env["CI"]) describe(title, body);
  else describe.skip(`${title} (${missingProgram(program)})`, body);
}
