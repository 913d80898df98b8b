import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { freePort } from "@/tests/support/free-port";
import { systemEnv } from "@/tests/support/system-env";
import { waitFor } from "@/tests/support/wait-for";

const root = resolve(import.meta.dirname, "..", "..");

interface RunningDemo {
  readonly url: string;
  /** All that it printed so far. */
  output(): string;
  /** As Ctrl+C does; and what it left behind. The same answer the second time. */
  stop(): Promise<{ readonly exitCode: number | null; readonly left: readonly string[] }>;
}

/** The demo as `npm run demo` runs it, whose server falls silent and whose host key changes within seconds. */
export async function runDemo(): Promise<RunningDemo> {
  const port = await freePort();
  const temporary = await mkdtemp(join(tmpdir(), "rollcall-test-demo-"));
  const node = join(root, "node_modules", ".bin", "node");
  const demo = spawn(node, ["--import", "tsx", "scripts/demo.ts", "--hurry"], {
    cwd: root,
    env: { ...systemEnv(), NODE_ENV: "production", PORT: String(port), TMPDIR: temporary },
  });
  let output = "";
  for (const stream of [demo.stdout, demo.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  try {
    await waitFor(() => {
      if (demo.exitCode !== null) throw new Error(`the demo did not start: ${output}`);
      return output.includes("Demo:");
    }, 60_000);
  } catch (error) {
    await end();
    throw error;
  }

  async function end() {
    if (demo.exitCode === null) {
      const ended = once(demo, "exit");
      demo.kill("SIGINT");
      await ended;
    }
    const left = (await readdir(temporary)).filter((name) => name.startsWith("rollcall-"));
    await rm(temporary, { recursive: true });
    return { exitCode: demo.exitCode, left };
  }

  let ending: ReturnType<typeof end> | undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    output: () => output,
    stop() {
      ending ??= end();
      return ending;
    },
  };
}
