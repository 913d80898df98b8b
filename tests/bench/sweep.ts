import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shellLine } from "@/lib/sessions/command";
import type { Transport } from "@/lib/sessions/transport";
import { createSshTransport } from "@/lib/transports/ssh";
import { type SshFleet, startSshFleet } from "@/tests/support/ssh-fleet";
import { waitFor } from "@/tests/support/wait-for";
import { median, printRatio, timeMs } from "./measure";
import { compareFrozen } from "./sweep-frozen";
import { measureMany } from "./sweep-many";
import {
  connectToAll,
  createBareScript,
  createLocalSpawns,
  prepareTools,
  type Sweep,
} from "./sweep-tools";

const servers = 50;
const hello = shellLine`echo hello && echo rollcall-end`;
const expected = "rollcall-end";

/** One line on each of 50 servers, against the tools that Debian has for it; then 500 servers. */
export async function compareSweeps(): Promise<void> {
  const addresses = Array.from({ length: servers }, (_, index) => `127.0.1.${index + 1}`);
  const fleet = await startSshFleet({ addresses });
  const folder = join(tmpdir(), `rollcall-sweep-${process.pid}`);
  try {
    await compareWarm(fleet, join(folder, "warm"));
    await compareCold(fleet, join(folder, "cold"));
    await compareFrozen(fleet);
  } finally {
    await fleet.stop();
    await rm(folder, { recursive: true, force: true });
  }
  await measureMany();
}

async function compareWarm(fleet: SshFleet, folder: string): Promise<void> {
  const settings = { folder, line: hello.text, expected, keepsConnections: true };
  const tools = await prepareTools(fleet, settings);
  const transports = reachAll(fleet);
  const bare = await connectToAll(fleet, hello.text, expected);
  await compareWithAll({
    title: `warm sweep of ${servers} servers`,
    rounds: 15,
    ours: () => runOnAll(transports),
    contenders: [
      { name: "parallel-ssh over ControlPersist", sweep: tools.parallelSsh, aim: 0.33 },
      { name: "ansible", sweep: tools.ansible, aim: 0.1 },
      {
        name: `${servers} local spawns of the same line`,
        sweep: createLocalSpawns(servers, hello.text, expected),
        aim: 2,
      },
      { name: "clustershell over ControlPersist", sweep: tools.clustershell },
      { name: "a bare exec on kept ssh2 connections", sweep: bare.sweep },
    ],
  });
  bare.close();
  await closeAll(transports);
  for (const pid of await fleet.connectionProcessIds()) process.kill(pid, "SIGKILL");
}

async function compareCold(fleet: SshFleet, folder: string): Promise<void> {
  const settings = { folder, line: hello.text, expected, keepsConnections: false };
  const tools = await prepareTools(fleet, settings);
  await compareWithAll({
    title: `cold sweep of ${servers} servers`,
    rounds: 5,
    async ours() {
      const transports = reachAll(fleet);
      await runOnAll(transports);
      await closeAll(transports);
    },
    contenders: [
      { name: "parallel-ssh", sweep: tools.parallelSsh, aim: 0.33 },
      { name: "ansible", sweep: tools.ansible, aim: 0.2 },
      {
        name: "a bare ssh2 script",
        sweep: createBareScript(fleet, hello.text, expected),
        aim: 1.3,
      },
      { name: "clustershell", sweep: tools.clustershell },
    ],
    settle: () => waitFor(async () => (await fleet.connectionProcessIds()).length === 0),
  });
}

interface SweepComparison {
  readonly title: string;
  readonly rounds: number;
  readonly ours: Sweep;
  readonly contenders: readonly {
    readonly name: string;
    readonly sweep: Sweep;
    readonly aim?: number;
  }[];
  /** What a sweep leaves behind ends before the next begins. */
  readonly settle?: () => Promise<unknown>;
}

/** All in turn, so that whatever else the machine does hits all alike. */
async function compareWithAll(comparison: SweepComparison): Promise<void> {
  const { title, rounds, ours, contenders, settle } = comparison;
  const timed = [ours, ...contenders.map(({ sweep }) => sweep)].map((sweep) => ({
    sweep,
    tookMs: [] as number[],
  }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { sweep, tookMs } of timed) {
      await settle?.();
      const ms = await timeMs(sweep);
      // In the first round the connections are made that are kept.
      if (round > 0) tookMs.push(ms);
    }
  }
  const [oursMs = Number.NaN, ...theirs] = timed.map(({ tookMs }) => median(tookMs));
  for (const [index, { name, sweep: _, ...aim }] of contenders.entries()) {
    const against = { ours: oursMs, theirs: theirs[index] ?? Number.NaN, unit: "ms" };
    printRatio({ title: `${title} against ${name}`, ...against, ...aim });
  }
}

function reachAll(fleet: SshFleet): readonly Transport[] {
  const { port, user, privateKey, fingerprint } = fleet;
  return fleet.addresses.map((host) =>
    createSshTransport({
      ...{ host, port, user, credential: { privateKey } },
      trustedFingerprint: async () => fingerprint,
    }),
  );
}

async function runOnAll(transports: readonly Transport[]): Promise<void> {
  const signal = AbortSignal.timeout(20_000);
  await Promise.all(transports.map((transport) => transport.run(hello, signal)));
}

async function closeAll(transports: readonly Transport[]): Promise<void> {
  await Promise.all(transports.map((transport) => transport.close()));
}
