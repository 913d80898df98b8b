import type { Command } from "commander";
import { failureSentence } from "@/components/sessions/failure-sentence";
import { english } from "@/components/words/en";
import type { SshAddress } from "@/lib/config/config";
import { readConfig } from "@/lib/config/read-config";
import type { Env } from "@/lib/env";
import { say } from "@/lib/log";
import { createProviders } from "@/lib/providers/registry";
import { jumpName, openJumpHosts } from "@/lib/servers/jump-hosts";
import { failureOf } from "@/lib/sessions/failure-of";
import { inEnglish } from "@/lib/sessions/reason";
import { record } from "@/lib/sessions/record";
import type { Store } from "@/lib/store/store";
import { readHostKeyFingerprint } from "@/lib/transports/read-host-key";
import { CommandRefused } from "./command-refused";
import { consoleActor } from "./console-actor";
import { withStore } from "./with-store";

const timeoutMs = 10_000;

export function registerTrustCommand(program: Command): void {
  program
    .command("trust <server>")
    .description("shows the SSH host key fingerprint of a server of the configuration file")
    .option("--jump", "of the jump host that leads to it")
    .option("--accept <fingerprint>", "pins it, when it is the one the server shows now")
    .action(trust);
}

interface TrustOptions {
  readonly accept?: string;
  readonly jump?: true;
}

async function trust(server: string, { accept, jump }: TrustOptions): Promise<void> {
  await withStore(async (store, env) => {
    const known = await findAddress(server, env, store);
    const { name, address } = jump ? toJump(server, known) : { name: server, address: known };
    const shown = await readFingerprint(name, address, store);
    if (accept === undefined) {
      say(shown);
      return;
    }
    if (accept.replace(/=$/, "") !== shown) {
      throw new CommandRefused(
        `${name} shows the host key ${shown}, not the one you accept: nothing was pinned.`,
      );
    }
    if (address.hostKey !== null && address.hostKey !== shown) {
      throw new CommandRefused(
        `The configuration file gives ${name} the hostKey ${address.hostKey}, which counts before a pinned one: change it there to ${shown}.`,
      );
    }
    const detail = { hostKey: shown, previous: (await store.trustedHostKeys.find(name)) ?? null };
    await record(
      store.audit,
      { event: "server.trust", by: consoleActor(), server: name, detail },
      () => store.trustedHostKeys.trust(name, shown, new Date()),
      () => ({ outcome: "done" }),
    );
    say(`${name} is trusted by its host key ${shown}.`);
  });
}

function toJump(server: string, { jump }: SshAddress) {
  if (!jump) throw new CommandRefused(`${server} is reached without a jump host.`);
  return { name: jumpName(jump), address: jump };
}

async function readFingerprint(name: string, address: SshAddress, store: Store): Promise<string> {
  const jumpHosts = openJumpHosts(store.trustedHostKeys);
  try {
    const way = jumpHosts.wayTo(address);
    return await readHostKeyFingerprint(address, AbortSignal.timeout(timeoutMs), way);
  } catch (error) {
    const failure = failureOf(error, timeoutMs, (bug) => {
      throw bug;
    });
    const label = { id: name, server: name, provider: "ssh", kind: "terminal" } as const;
    if (failure.code === "not-trusted") {
      const words = `${name} is behind a jump host that is not trusted (${failure.reason && inEnglish(failure.reason)}). Run this first: npm run rollcall -- trust ${name} --jump`;
      throw new CommandRefused(words);
    }
    throw new CommandRefused(failureSentence(english, label, failure));
  } finally {
    jumpHosts.close();
  }
}

async function findAddress(name: string, env: Env, store: Store): Promise<SshAddress> {
  if (!env.configFile) {
    throw new CommandRefused(
      "There is no configuration file: make rollcall.yaml or set ROLLCALL_CONFIG.",
    );
  }
  const providers = createProviders(store.panelSessions);
  const { servers } = await readConfig(env.configFile, providers, env.variables);
  const server = servers.find((known) => known.name === name);
  if (!server) {
    const names = servers.map((known) => known.name).join(", ") || "none";
    throw new CommandRefused(
      `There is no server "${name}" in the configuration file; it has: ${names}. One that was added on the Servers page is trusted there.`,
    );
  }
  if (!server.ssh) throw new CommandRefused(`${name} is this machine: no host key is needed.`);
  return server.ssh;
}
