import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/** The first line of stdin; what is typed at a terminal is not shown. */
export async function readPassword(): Promise<string> {
  const { stdin, stderr } = process;
  if (stdin.isTTY) stderr.write("Password: ");
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: unseen, terminal: stdin.isTTY });
  try {
    for await (const line of lines) return line;
    return "";
  } finally {
    if (stdin.isTTY) stderr.write("\n");
    lines.close();
  }
}
