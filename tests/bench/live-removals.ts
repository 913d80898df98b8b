import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { liveCloseCodes } from "@/lib/sessions/live-line";
import { type Crowd, openLivePage } from "./live-crowd";
import { monotonicMs, type ServerProcess, spentSchema } from "./live-process";
import { percentile, toVerdict } from "./measure";

const removals = 200;
const aimMs = 100;

interface Loaded {
  readonly server: ServerProcess;
  readonly url: string;
  readonly crowd: Crowd;
  /** Is woken as often and does nothing. */
  readonly idle: ServerProcess;
}

/** From the removal of a panel session until its page knows, while all others are told changes. */
export async function measureRemovals(title: string, { server, url, crowd, idle }: Loaded) {
  crowd.begin();
  await server.ask({ ask: "begin" }, z.object({}));
  await idle.ask({ ask: "begin", frames: [] }, z.object({}));
  const tookMs: number[] = [];
  for (let count = 0; count < removals; count += 1) tookMs.push(await removeOne(server, url));
  await server.ask({ ask: "end" }, spentSchema);
  const { lateMs } = await idle.ask({ ask: "end" }, spentSchema);
  const { incomplete, messages } = await crowd.settle();
  const what = `${title}: the socket of a removed panel session is closed`;
  const [half, most] = [percentile(tookMs, 0.5), percentile(tookMs, 0.99)];
  process.stdout.write(
    incomplete > 0 || messages === 0
      ? `${what}: VOID, for ${incomplete} others have missed changes\n`
      : `${what} after ${half.toFixed(1)} ms (p50), ${most.toFixed(1)} ms (p99)${toVerdict(most, aimMs)}; ${removals} removals, while an idle process was woken ${lateMs.toFixed(1)} ms late (p99)\n`,
  );
}

const signedInSchema = z.object({ secret: z.string() });
const removedSchema = z.object({ askedAtMs: z.number() });

async function removeOne(server: ServerProcess, url: string): Promise<number> {
  const { secret } = await server.ask({ ask: "signIn", login: "removed" }, signedInSchema);
  const page = await openLivePage(url, secret);
  const closed = Promise.withResolvers<{ readonly code: number; readonly atMs: number }>();
  page.on("close", (code) => closed.resolve({ code, atMs: monotonicMs() }));
  await once(page, "message");
  // At any moment between two changes.
  await pause(Math.random() * 100);
  const { askedAtMs } = await server.ask({ ask: "remove", secret }, removedSchema);
  const { code, atMs } = await closed.promise;
  if (code !== liveCloseCodes.signedOut) throw new Error(`it was closed with ${code}`);
  return atMs - askedAtMs;
}
