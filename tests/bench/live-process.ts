import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { endingWithUs, sendSignal } from "@/tests/support/processes";
import { waitFor } from "@/tests/support/wait-for";
import { percentile } from "./measure";

/** A server in a process of its own, so that nothing but its own work is counted as its CPU time. */
export interface ServerProcess {
  /** One request at a time. */
  ask<Answer>(request: object, answer: z.ZodType<Answer>): Promise<Answer>;
  /** Lets it cost nothing while another is measured. */
  freeze(): void;
  thaw(): void;
  /** Resolves when it has put away what it opened. */
  stop(): Promise<void>;
}

export function startServerProcess(program: URL): ServerProcess {
  const args = ["--import", "tsx", fileURLToPath(program)];
  const child = spawn(...endingWithUs(process.execPath, args), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const gone = new AbortController();
  child.on("exit", () => gone.abort(new Error(`${program} has ended`)));
  const signal = (name: NodeJS.Signals) => {
    if (child.pid !== undefined) sendSignal(child.pid, name);
  };
  return {
    async ask(request, answer) {
      const answered = once(child, "message", { signal: gone.signal });
      child.send(request);
      const [message] = await answered;
      return answer.parse(message);
    },
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
    async stop() {
      if (gone.signal.aborted) return;
      signal("SIGCONT");
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

interface ServerAnswers {
  readonly answer: (request: unknown) => Promise<object>;
  /** Puts away all that keeps the process alive. */
  readonly close: () => Promise<void>;
}

/** For the program of a server process. What fails in it ends it. */
export function answerBench({ answer, close }: ServerAnswers): void {
  process.on("message", async (request) => process.send?.(await answer(request)));
  process.once("disconnect", close);
}

const tickMs = 100;

export interface Load {
  /** After this many ticks at least. Resolves when what the last has begun is done. */
  end(atLeastTicks: number): Promise<Spent>;
}

export const spentSchema = z.object({
  /** CPU time of the process from the beginning of the load on. */
  cpuMs: z.number(),
  ticks: z.int(),
  /** How late ticks came at the 99th percentile; that of an idle process tells how busy the machine is. */
  lateMs: z.number(),
});
export type Spent = z.infer<typeof spentSchema>;

/** Does it ten times a second. */
export function startLoad(run: (tick: number) => void): Load {
  const tickedAtMs = [performance.now()];
  const before = process.cpuUsage();
  const ticking = setInterval(() => {
    run(tickedAtMs.length - 1);
    tickedAtMs.push(performance.now());
  }, tickMs);
  return {
    async end(atLeastTicks) {
      await waitFor(() => tickedAtMs.length > atLeastTicks);
      clearInterval(ticking);
      await pause(2 * tickMs);
      const { user, system } = process.cpuUsage(before);
      const ticks = tickedAtMs.length - 1;
      return { cpuMs: (user + system) / 1000, ticks, lateMs: toLateness(tickedAtMs) };
    },
  };
}

function toLateness(tickedAtMs: readonly number[]): number {
  const gapsMs = tickedAtMs.slice(1).map((atMs, tick) => atMs - (tickedAtMs[tick] ?? atMs));
  return percentile(gapsMs, 0.99) - tickMs;
}

/** The same clock in all processes of this machine. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
