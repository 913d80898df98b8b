import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { clientAddressHeader, peerAddressHeader } from "@/lib/auth/client-address";
import { runRequest } from "@/lib/auth/request-fault";
import { type Inside, openDoor } from "@/lib/door/open-door";
import { openUpgradeDoor, type UpgradeListener } from "@/lib/door/open-upgrade-door";
import { readPageActions } from "@/lib/door/page-actions";
import { isHandshake } from "@/lib/door/refusal";
import { withStaticFiles } from "@/lib/door/static-files";
import { withFaults } from "@/lib/door/with-faults";
import { type Env, readEnv } from "@/lib/env";
import { complain, hushConsole, log, say } from "@/lib/log";
import { bugLog, logTrouble } from "@/lib/log-trouble";
import { startProblem } from "@/lib/start-problem";

/** Sockets that do not close by then are left to the kernel: a stop takes 5 s at most. */
const stopWithinMs = 4000;

/** Closes what a finished start has opened. */
let close = async () => {};

process.once("SIGTERM", stop);
process.once("SIGINT", stop);

try {
  await start(process.argv.includes("--dev"));
} catch (error) {
  complain(startProblem(error));
  process.exit(1);
}

async function start(isDevelopment: boolean): Promise<void> {
  const env = readEnv();
  // biome-ignore lint/style/noProcessEnv: the only way to tell Next, and nothing here reads it
  process.env["NEXT_TELEMETRY_DISABLED"] = "1";
  // Loading these takes most of a second, in which a signal to stop must already be heard.
  const { buildRollcall } = await import("@/lib/build-rollcall");
  const { default: next } = await import("next");

  const built = await buildRollcall(env, log);
  const { host: hostname, port } = env;
  // Next listens for upgrades on this server, and so hears only those that are passed to it.
  const httpServer = createServer();
  const dir = import.meta.dirname;
  // The log has every bug; Next would also print those requests from which nothing can be read.
  const quiet = !isDevelopment;
  const pages = next({ dev: isDevelopment, dir, hostname, port, httpServer, quiet });
  await pages.prepare();
  if (!isDevelopment) hushConsole();

  const reportBug = bugLog("a request ended in a bug");
  const told = { addressHeader: clientAddressHeader, peerHeader: peerAddressHeader };
  const actions = isDevelopment ? {} : { actions: readPageActions(dir) };
  const door = { ...env, ...told, ...actions, isDevelopment, reportBug };
  const answer = withFaults(pages.getRequestHandler(), { run: runRequest, logTrouble });
  const noted: Inside = async (request, response) => {
    built.noteAnswer(request, response);
    await answer(request, response);
  };
  const inside = isDevelopment ? noted : withStaticFiles(dir, noted);
  const server = createServer({ shouldUpgradeCallback: isHandshake }, openDoor(inside, door));
  const toNext: UpgradeListener = (request, socket, head) => {
    if (!httpServer.emit("upgrade", request, socket, head)) socket.destroy();
  };
  const upgrades = { publicUrl: env.publicUrl, admitToLive: built.live.admit, reportBug };
  const elsewhere = isDevelopment ? { elsewhere: toNext } : {};
  server.on("upgrade", openUpgradeDoor({ ...upgrades, ...elsewhere }));
  await listen(server, env);

  close = async () => {
    server.close();
    await built.live.close();
    server.closeAllConnections();
    await pages.close();
    await built.close();
  };
  say(`Rollcall is ready: sign in at ${env.publicUrl.origin}/sign-in`);
  if (built.setupLink) say(`Create the first administrator (works once): ${built.setupLink}`);
}

async function listen(server: Server, { host, port }: Env): Promise<void> {
  server.listen(port, host);
  await once(server, "listening");
}

async function stop(): Promise<void> {
  setTimeout(() => process.exit(0), stopWithinMs).unref();
  await close();
  process.exit(0);
}
