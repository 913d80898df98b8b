import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..", "..");

export interface IdProvider {
  stop(): Promise<void>;
}

/** A real provider in a process of its own, which says more than a test should. */
export async function startIdProvider(port: number, callback: string): Promise<IdProvider> {
  const program = join(root, "tests", "support", "id-provider-process.ts");
  const child = spawn(
    join(root, "node_modules", ".bin", "tsx"),
    ["--tsconfig", join(root, "tsconfig.json"), program, String(port), callback],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  await once(child.stdout, "data");
  return {
    async stop() {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}
