import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { windowsProvider } from "@/lib/providers/windows/provider";
import { pollSources } from "@/lib/sessions/poll-sources";
import type { WatchedSource } from "@/lib/sessions/watched-source";
import { createSshTransport } from "@/lib/transports/ssh";
import { endingWithUs } from "@/tests/support/processes";
import { waitFor } from "@/tests/support/wait-for";
import { sampleAges, watch } from "./sweep-ages";

const sessions = 20;
const oldestMs = 2000;
const aim = 0.95;
const measuredMs = 20_000;

/** 500 servers as Windows hosts, looked at every second: how old what is known of them is, and its price. */
export async function measureMany(): Promise<void> {
  const servers = await startServers();
  const opened = servers.hosts.map(open);
  const sources = opened.map(({ source }) => source);
  const startedAtMs = performance.now();
  const poller = pollSources(() => sources, { watchedMs: 1000, unwatchedMs: 1000 });
  try {
    await waitFor(() => sources.every(isWhole), 120_000);
    const connectedMs = performance.now() - startedAtMs;
    await sampleAges(sources, 5000);
    const before = process.cpuUsage();
    const ages = await sampleAges(sources, measuredMs);
    const cpu = process.cpuUsage(before);
    const young = ages.filter((ageMs) => ageMs < oldestMs).length / ages.length;
    const cpuShare = (cpu.user + cpu.system) / 1000 / measuredMs;
    say(`${sources.length} servers of ${sessions} sessions, looked at every second: `, [
      `${percent(young)} of the rows are under ${oldestMs / 1000} s old`,
      ` (aim: at least ${percent(aim)}) ${young >= aim ? "holds" : "MISSED"}`,
    ]);
    say(`${sources.length} servers: `, [
      `all known after ${(connectedMs / 1000).toFixed(1)} s, then `,
      `${percent(cpuShare)} of one core, ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
    ]);
  } finally {
    poller.stop();
    await Promise.all(opened.map(({ close }) => close()));
    await servers.stop();
  }
}

const hostsSchema = z.array(
  z.object({
    host: z.string(),
    port: z.int(),
    user: z.string(),
    password: z.string(),
    fingerprint: z.string(),
  }),
);
type Host = z.infer<typeof hostsSchema>[number];

async function startServers() {
  const program = fileURLToPath(new URL("./sweep-many-servers.ts", import.meta.url));
  const args = ["--import", "tsx", program];
  const child = spawn(...endingWithUs(process.execPath, args), {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface(child.stdout), "line");
  return {
    hosts: hostsSchema.parse(JSON.parse(String(line))),
    async stop() {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function open({ password, fingerprint, ...address }: Host) {
  const transport = createSshTransport({
    ...address,
    credential: { password },
    trustedFingerprint: async () => fingerprint,
  });
  const server = `127.0.0.1:${address.port}`;
  const source = windowsProvider.open(server, {}, transport);
  return { source: watch(server, source), close: () => transport.close() };
}

function isWhole(source: WatchedSource): boolean {
  const latest = source.latest();
  return latest?.state === "answered" && latest.sessions.length >= sessions;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function say(title: string, words: readonly string[]): void {
  process.stdout.write(`${title}${words.join("")}\n`);
}
