import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { proftpdProvider } from "@/lib/providers/proftpd/provider";
import { createLocalTransport } from "@/lib/transports/local";
import { startRealProftpd } from "@/tests/support/real-proftpd";
import { compare } from "./measure";

const sessions = 50;
const run = promisify(execFile);

/** `list` with 50 real sessions against a spawn of ftpwho alone. */
export async function compareProftpdList(): Promise<void> {
  const daemon = await startRealProftpd(["anna"]);
  const transport = createLocalTransport();
  const settings = { scoreboard: daemon.scoreboard };
  const source = proftpdProvider.open("bench/proftpd", settings, transport);
  const clients = [];
  try {
    for (let count = 0; count < sessions; count += 1) clients.push(await daemon.logIn("anna"));
    const listed = await source.list(AbortSignal.timeout(5000));
    if (listed.length !== sessions) throw new Error(`${listed.length} sessions are listed`);
    await compare({
      title: `proftpd: list of ${sessions} real sessions against ftpwho -o json alone`,
      aim: 1.5,
      rounds: 200,
      subject: () => source.list(AbortSignal.timeout(5000)),
      baseline: () => run("ftpwho", ["-v", "-o", "json", "-f", daemon.scoreboard]),
    });
  } finally {
    for (const client of clients) client.close();
    await transport.close();
    await daemon.stop();
  }
}
