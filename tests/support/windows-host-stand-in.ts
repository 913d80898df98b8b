import { cp, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A folder of programs that stand in for those of Windows, with sessions of their own. */
export interface WindowsStandIn {
  /** To stand first in the PATH of the account that runs them. */
  readonly folder: string;
  signIn(user: string): Promise<StandInSession>;
  /** What `msg` has shown, each with the id of its session before it and a tab between. */
  messages(): Promise<readonly string[]>;
  /** True once a program that means "myself" without an id was run without one. */
  hasEndedItself(): Promise<boolean>;
  remove(): Promise<void>;
}

interface StandInSession {
  isConnected(): Promise<boolean>;
  leave(): Promise<void>;
}

const services = "0\tservices\t-\tDisc\t-\t-\n";

export async function makeWindowsStandIn(): Promise<WindowsStandIn> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-query-"));
  const sessions = join(folder, "sessions");
  await cp(fileURLToPath(new URL("./query-programs", import.meta.url)), folder, {
    recursive: true,
  });
  const messages = join(folder, "messages");
  await writeFile(sessions, services);
  await writeFile(messages, "");
  const linesOf = async (file: string) =>
    (await readFile(file, "utf8")).split("\n").filter(Boolean);
  const readLines = () => linesOf(sessions);
  const hasId = (id: number) => (line: string) => line.startsWith(`${id}\t`);

  return {
    folder,
    async signIn(user) {
      const lines = await readLines();
      let id = 1;
      while (lines.some(hasId(id))) id += 1;
      const line = `${id}\trdp-tcp#${id}\t${user}\tActive\t.\t7/26/2018 7:29 PM`;
      await writeFile(sessions, [...lines, line, ""].join("\n"));
      return {
        isConnected: async () => (await readLines()).includes(line),
        async leave() {
          const others = (await readLines()).filter((other) => other !== line);
          await writeFile(sessions, [...others, ""].join("\n"));
        },
      };
    },
    messages: () => linesOf(messages),
    hasEndedItself: async () =>
      (await stat(join(folder, "logged-off-itself")).catch(toAbsent)) !== null,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function toAbsent(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
