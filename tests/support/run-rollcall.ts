import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

interface Given {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** For tests: the command as a person would start it, and all that came of it. */
export async function runRollcall(words: readonly string[], { stdin = "", env = {} }: Given = {}) {
  const child = spawn("node", ["--import", "tsx", "cli/rollcall.ts", ...words], {
    // biome-ignore lint/style/noProcessEnv: the command is started as a person would start it
    env: { ...process.env, ...env },
  });
  child.stdin.end(stdin);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { code, stdout, stderr };
}
