import { setTimeout as pause } from "node:timers/promises";
import { shellLine } from "@/lib/sessions/command";
import { pollSources } from "@/lib/sessions/poll-sources";
import { createSshTransport } from "@/lib/transports/ssh";
import { sendSignal } from "@/tests/support/processes";
import type { SshFleet } from "@/tests/support/ssh-fleet";
import { printRatio } from "./measure";
import { sampleAges, watch } from "./sweep-ages";

const frozen = 5;
const measuredMs = 12_000;

/** How old the rows of servers that answer are while others are frozen. All are looked at every second. */
export async function compareFrozen(fleet: SshFleet): Promise<void> {
  const all = fleet.addresses.map((host) => reach(fleet, host));
  const sources = all.map(({ source }) => source);
  const [ill, well] = [sources.slice(0, frozen), sources.slice(frozen)];
  // Connected before the others, so that it is known which processes are theirs.
  await Promise.all(ill.map((source) => source.look()));
  const [listening = 0] = fleet.processIds;
  // With the sshd that listens, so that they do not come back by a new connection.
  const stopped = [listening, ...(await fleet.connectionProcessIds())];
  const poller = pollSources(() => sources, { watchedMs: 1000, unwatchedMs: 1000 });
  try {
    await pause(3000);
    const without = mean(await sampleAges(well, measuredMs));
    for (const pid of stopped) sendSignal(pid, "SIGSTOP");
    await pause(3000);
    const beside = mean(await sampleAges(well, measuredMs));
    printRatio({
      title: `age of the rows of ${well.length} servers with ${frozen} others frozen against without`,
      ...{ ours: beside, theirs: without, unit: "ms", aim: 1.15 },
    });
    if (ill.some((source) => source.latest()?.state === "answered")) {
      throw new Error("the frozen servers answer");
    }
  } finally {
    poller.stop();
    for (const pid of stopped) sendSignal(pid, "SIGCONT");
    await Promise.all(all.map(({ close }) => close()));
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const hello = shellLine`echo hello && echo rollcall-end`;

function reach({ port, user, privateKey, fingerprint }: SshFleet, host: string) {
  const transport = createSshTransport({
    ...{ host, port, user, credential: { privateKey } },
    trustedFingerprint: async () => fingerprint,
  });
  const list = async (signal: AbortSignal) => {
    await transport.run(hello, signal);
    return [];
  };
  const act = () => Promise.reject(new Error("nothing is asked here"));
  return { source: watch(host, { id: host, list, act }), close: () => transport.close() };
}
