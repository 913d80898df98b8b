import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Client } from "basic-ftp";
import { proftpdProvider } from "@/lib/providers/proftpd/provider";
import { createLocalTransport } from "@/lib/transports/local";
import { holdDownload } from "@/tests/support/held-transfers";
import { bigFile, type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { compareBytesOverSsh, compareRemoving } from "./ftp-over-ssh";
import { compare } from "./measure";
import { measureScoreboardReading } from "./scoreboard-reading";

const run = promisify(execFile);
const maxBuffer = 10_000_000;

/** Real ProFTPD sessions, half of them in a throttled download, against ProFTPD's own tool. */
export async function compareFtp(): Promise<void> {
  const daemon = await startRealProftpd(["anna"]);
  const clients: Client[] = [];
  try {
    for (const count of [50, 200, 500]) {
      while (clients.length < count) clients.push(await openSession(daemon, clients.length));
      await compareList(daemon, count);
      if (count === 50) await compareRemoving(daemon);
    }
    await compareBytesOverSsh(daemon, clients.length);
  } finally {
    for (const client of clients) client.close();
    await daemon.stop();
  }
  measureScoreboardReading();
}

async function openSession(daemon: RealProftpd, index: number): Promise<Client> {
  const isIdle = index % 2 === 0;
  const client = await daemon.logIn(isIdle ? "anna" : "slow");
  if (!isIdle) await holdDownload(client, bigFile, { bytesPerSecond: 50_000 });
  return client;
}

/** The looks of a watched page: most ask the daemon alone, every other second the kernel as well. */
async function compareList(daemon: RealProftpd, count: number): Promise<void> {
  const transport = createLocalTransport();
  const settings = { scoreboard: daemon.scoreboard };
  const source = proftpdProvider.open("bench/proftpd", settings, transport);
  const list = () => source.list(AbortSignal.timeout(10_000));
  const anew = () =>
    proftpdProvider.open("bench/proftpd", settings, transport).list(AbortSignal.timeout(10_000));
  const baseline = () => run("ftpwho", ["-o", "json", "-f", daemon.scoreboard], { maxBuffer });
  const listed = await list();
  if (listed.length !== count) throw new Error(`${listed.length} of ${count} sessions are listed`);
  const title = `ftp: list of ${count} real ProFTPD sessions against ftpwho -o json alone`;
  const aim = count === 500 ? { aim: 1 } : {};
  await compare({ title, ...aim, rounds: 200, subject: list, baseline });
  const first = `${title}, the first look (with ss, /proc and rights)`;
  await compare({ title: first, rounds: 20, subject: anew, baseline });
  await transport.close();
}
