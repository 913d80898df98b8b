/** What a program needs to run, and nothing that configures Rollcall. */
export function systemEnv(): Record<string, string> {
  // biome-ignore lint/style/noProcessEnv: where programs are is a fact of the machine that runs the tests
  const { PATH = "", HOME = "" } = process.env;
  return { PATH, HOME };
}
