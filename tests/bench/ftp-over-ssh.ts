import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { Client } from "basic-ftp";
import { z } from "zod";
import { proftpdProvider } from "@/lib/providers/proftpd/provider";
import { actOnSessions } from "@/lib/sessions/act-on-sessions";
import type { Operator } from "@/lib/sessions/operator";
import { watchSource } from "@/lib/sessions/watched-source";
import { createSshTransport } from "@/lib/transports/ssh";
import { holdDownload } from "@/tests/support/held-transfers";
import { bigFile, type RealProftpd } from "@/tests/support/real-proftpd";
import { type RealSshd, startRealSshd } from "@/tests/support/real-sshd";
import { waitFor } from "@/tests/support/wait-for";
import { median, printRatio, timeMs } from "./measure";

const run = promisify(execFile);
const maxBuffer = 10_000_000;
const reportBug = (error: unknown) => {
  throw error;
};

/** What a watched page makes the network carry in ten seconds, a look a second. */
export async function compareBytesOverSsh(daemon: RealProftpd, count: number): Promise<void> {
  const sshd = await startRealSshd();
  const transport = connect(sshd);
  let bytes = 0;
  const counting: typeof transport = {
    ...transport,
    async run(command, signal) {
      const answer = await transport.run(command, signal);
      bytes += command.text.length + answer.stdout.length;
      return answer;
    },
  };
  const source = openSource(daemon, counting);
  await source.list(AbortSignal.timeout(10_000));
  const looks: number[] = [];
  for (let second = 0; second < 10; second += 1) {
    bytes = 0;
    await source.list(AbortSignal.timeout(10_000));
    looks.push(bytes);
    await pause(1000);
  }
  const { stdout } = await run("ftpwho", ["-o", "json", "-f", daemon.scoreboard], { maxBuffer });
  const theirs = Buffer.byteLength(stdout) / 1000;
  const title = `ftp: bytes over SSH for ${count} sessions against the JSON`;
  const mean = looks.reduce((sum, look) => sum + look, 0) / looks.length / 1000;
  printRatio({
    title: `${title}, a look`,
    ours: median(looks) / 1000,
    theirs,
    unit: "kB",
    aim: 0.1,
  });
  printRatio({
    title: `${title}, mean of a watched page`,
    ours: mean,
    theirs,
    unit: "kB",
    aim: 0.1,
  });
  await transport.close();
  await sshd.stop();
}

const root: Operator = {
  name: "bench",
  mayAct: true,
  sees: "everything",
  panelSessionId: "none",
  address: null,
};

/** One session at a time, from the click until it is seen gone, against ssh over one kept connection. */
export async function compareRemoving(daemon: RealProftpd): Promise<void> {
  const sshd = await startRealSshd();
  const transport = connect(sshd);
  const label = { id: "bench/proftpd", server: "bench", provider: "proftpd", kind: "ftp" } as const;
  const watched = watchSource(label, openSource(daemon, transport), {
    timeoutMs: 5000,
    now: () => new Date(),
    reportBug,
  });
  const bare = await openControlPersist(sshd);
  for (const [state, open] of [
    ["idle", () => daemon.logIn("anna")],
    ["in a download", () => openDownload(daemon)],
  ] as const) {
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < 20; round += 1) {
      theirs.push(await timeMs(await removalByHand(daemon, await open(), bare.ssh)));
      ours.push(await timeMs(await removalByRollcall(await open(), watched)));
    }
    const title = `ftp: removing one session ${state} until seen gone against ssh kill over ControlPersist`;
    printRatio({ title, ours: median(ours), theirs: median(theirs), unit: "ms", aim: 0.5 });
  }
  await bare.stop();
  await transport.close();
  await sshd.stop();
}

async function openDownload(daemon: RealProftpd): Promise<Client> {
  const client = await daemon.logIn("slow");
  await holdDownload(client, bigFile, { bytesPerSecond: 50_000 });
  return client;
}

async function removalByRollcall(client: Client, watched: ReturnType<typeof watchSource>) {
  const answer = await watched.lookAfresh();
  if (answer.state !== "answered") throw new Error("the daemon is not listed");
  const newest = answer.sessions.toSorted(
    (one, other) => Number(other.ref.start) - Number(one.ref.start),
  )[0];
  if (!newest) throw new Error("nobody is listed");
  return async () => {
    const settings = { settleMs: 15_000, askTimeoutMs: 5000, reportBug };
    const acting = { kind: "ftp", action: "remove", refs: [newest.ref] } as const;
    const [outcome] = await actOnSessions([watched], acting, root, settings);
    if (outcome?.status !== "done") throw new Error(`the outcome is ${outcome?.status}`);
    client.close();
  };
}

type Ssh = (...command: readonly string[]) => Promise<string>;

/** As a careful person does it in a shell: look, kill, look until it is gone. */
async function removalByHand(daemon: RealProftpd, client: Client, ssh: Ssh) {
  const look = () => ssh("ftpwho", "-o", "json", "-f", daemon.scoreboard);
  const before: unknown = JSON.parse(await look());
  const pid = newestPid(before);
  return async () => {
    await look();
    await ssh("kill", "-TERM", String(pid));
    while (pidsOf(JSON.parse(await look())).includes(pid)) await pause(1);
    client.close();
  };
}

function newestPid(list: unknown): number {
  const newest = connectionsOf(list).toSorted((one, other) => other.sinceMs - one.sinceMs)[0];
  if (!newest) throw new Error("ftpwho lists nobody");
  return newest.pid;
}

const pidsOf = (list: unknown) => connectionsOf(list).map(({ pid }) => pid);

const listSchema = z.object({
  connections: z.array(z.object({ pid: z.number(), connected_since_ms: z.number() })),
});

function connectionsOf(list: unknown) {
  const { connections } = listSchema.parse(list);
  return connections.map(({ pid, connected_since_ms: sinceMs }) => ({ pid, sinceMs }));
}

async function openControlPersist(sshd: RealSshd) {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-bench-"));
  const key = join(folder, "key");
  await writeFile(key, sshd.privateKey, { mode: 0o600 });
  const options = [
    ["-o", `ControlPath=${join(folder, "control")}`],
    [
      "-o",
      "StrictHostKeyChecking=no",
      "-o",
      "UserKnownHostsFile=/dev/null",
      "-o",
      "LogLevel=ERROR",
    ],
    ["-i", key, "-p", String(sshd.port), `${sshd.user}@${sshd.host}`],
  ].flat();
  const master = spawn("ssh", ["-M", "-N", ...options], { stdio: "ignore" });
  const ssh: Ssh = async (...command) =>
    (await run("ssh", [...options, ...command], { maxBuffer })).stdout;
  await waitFor(() =>
    run("ssh", ["-O", "check", ...options]).then(
      () => true,
      () => false,
    ),
  );
  return {
    ssh,
    async stop() {
      master.kill("SIGTERM");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function openSource(daemon: RealProftpd, transport: ReturnType<typeof createSshTransport>) {
  const settings = { scoreboard: daemon.scoreboard };
  return proftpdProvider.open("bench/proftpd", settings, transport);
}

function connect({ host, port, user, privateKey, fingerprint }: RealSshd) {
  return createSshTransport({
    host,
    port,
    user,
    credential: { privateKey },
    trustedFingerprint: async () => fingerprint,
  });
}
