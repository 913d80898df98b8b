import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endingWithUs } from "./processes";
import { waitFor } from "./wait-for";

export interface RealSshAgent {
  /** Path of its socket. */
  readonly socket: string;
  stop(): Promise<void>;
}

/** A real ssh-agent that holds one key. */
export async function startRealSshAgent(privateKey: string): Promise<RealSshAgent> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-agent-"));
  const socket = join(folder, "socket");
  const agent = spawn(...endingWithUs("ssh-agent", ["-D", "-a", socket]), { stdio: "ignore" });
  const key = join(folder, "key");
  await writeFile(key, privateKey, { mode: 0o600 });
  await waitFor(async () => {
    const words = [`SSH_AUTH_SOCK=${socket}`, "ssh-add", "-q", key];
    const add = spawn("env", words, { stdio: "ignore" });
    const [code] = await once(add, "exit");
    return code === 0;
  });
  return {
    socket,
    async stop() {
      if (agent.kill()) await once(agent, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
