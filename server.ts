import { once } from "node:events";
import { createServer, type Server } from "node:http";
import next from "next";
import { clientAddressHeader } from "@/lib/auth/client-address";
import { buildRollcall } from "@/lib/build-rollcall";
import { openDoor } from "@/lib/door/open-door";
import { type Env, readEnv } from "@/lib/env";
import { log, say } from "@/lib/log";
import { startProblem } from "@/lib/start-problem";

/** Sockets that do not close by then are left to the kernel: a stop takes 5 s at most. */
const stopWithinMs = 4000;

try {
  await start(process.argv.includes("--dev"));
} catch (error) {
  say(startProblem(error));
  process.exit(1);
}

async function start(isDevelopment: boolean): Promise<void> {
  const env = readEnv();
  const built = await buildRollcall(env, log);
  const { host: hostname, port } = env;
  const pages = next({ dev: isDevelopment, dir: import.meta.dirname, hostname, port });
  await pages.prepare();
  const inside = pages.getRequestHandler();
  const door = { ...env, addressHeader: clientAddressHeader, isDevelopment };
  const server = createServer(openDoor((request, response) => inside(request, response), door));
  await listen(server, env);

  const stop = async () => {
    setTimeout(() => process.exit(0), stopWithinMs).unref();
    server.close();
    server.closeAllConnections();
    await pages.close();
    await built.close();
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);

  say(`Rollcall is ready: sign in at ${env.publicUrl.origin}/sign-in`);
  if (built.setupLink) say(`Create the first administrator (works once): ${built.setupLink}`);
}

async function listen(server: Server, { host, port }: Env): Promise<void> {
  server.listen(port, host);
  await once(server, "listening");
}
