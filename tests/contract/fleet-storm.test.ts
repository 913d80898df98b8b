import { connect } from "node:net";
import { afterEach, expect, it } from "vitest";
import { shellLine } from "@/lib/sessions/command";
import type { Transport } from "@/lib/sessions/transport";
import { createSshTransport } from "@/lib/transports/ssh";
import { type SshCrowd, startSshCrowd } from "@/tests/support/ssh-crowd";
import { waitFor } from "@/tests/support/wait-for";

const servers = 100;
const inTime = () => AbortSignal.timeout(20_000);

let crowd: SshCrowd;
let transports: readonly Transport[];
/** When each server was dialled, by its port. */
let dialledAtMs: Map<number, number[]>;

afterEach(async () => {
  await Promise.all(transports.map((transport) => transport.close()));
  await crowd.stop();
});

async function start(): Promise<void> {
  crowd = await startSshCrowd(servers, "hello\nrollcall-end\n");
  dialledAtMs = new Map(crowd.ports.map((port) => [port, []]));
  const { host, user, password, fingerprint } = crowd;
  transports = crowd.ports.map((port) =>
    createSshTransport({
      ...{ host, port, user, credential: { password } },
      trustedFingerprint: async () => fingerprint,
      way: async () => async (address) => {
        dialledAtMs.get(address.port)?.push(performance.now());
        return connect({ ...address, noDelay: true });
      },
    }),
  );
}

async function lookAtAll(): Promise<readonly string[]> {
  const answers = await Promise.all(
    transports.map((transport) => transport.run(shellLine`hello`, inTime())),
  );
  return answers.map(({ stdout }) => Buffer.from(stdout).toString());
}

/** How many of the transports get an answer now. */
async function countAnswers(): Promise<number> {
  const looks = await Promise.allSettled(
    transports.map((transport) => transport.run(shellLine`hello`, inTime())),
  );
  return looks.filter(({ status }) => status === "fulfilled").length;
}

it("brings back all of 100 connections that were lost at one moment, 32 at a time", async () => {
  await start();
  const hello = transports.map(() => "hello\n");
  expect(await lookAtAll()).toEqual(hello);
  await waitFor(() => crowd.connected() === servers);

  crowd.dropAll();
  await waitFor(() => crowd.connected() === 0);
  expect(await lookAtAll()).toEqual(hello);
  expect([...dialledAtMs.values()].map(({ length }) => length)).toEqual(hello.map(() => 2));
  expect(crowd.mostHandshakes()).toBe(32);
});

it("does not let 100 servers that went down together be tried together again", async () => {
  await start();
  await lookAtAll();
  await crowd.goDown();
  const retries = () => [...dialledAtMs.values()].map((times) => times.slice(2));
  await waitFor(async () => {
    expect(await countAnswers()).toBe(0);
    return retries().every(({ length }) => length > 0);
  });
  const firstRetries = retries().map(([atMs = 0]) => atMs);
  const busiest = Math.max(
    ...firstRetries.map(
      (fromMs) => firstRetries.filter((atMs) => atMs >= fromMs && atMs < fromMs + 50).length,
    ),
  );
  expect(busiest).toBeLessThan(servers / 2);

  await crowd.comeBack();
  await waitFor(async () => (await countAnswers()) === servers, 20_000);
});
