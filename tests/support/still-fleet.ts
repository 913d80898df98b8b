import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { DemoServer } from "@/demo/demo-host";
import { accountRules } from "@/demo/ftp-accounts";
import { startDemoFleet } from "@/demo/start-demo-fleet";
import { sessionKinds } from "@/lib/sessions/session";
import { callByName, openPage, sendSignIn } from "./sign-in-form";
import { startRollcall } from "./start-rollcall";

interface StillFleet {
  readonly url: string;
  /** Of the administrator: the one who is signed in. */
  readonly cookie: string;
  /**
   * Lets time pass up to this minute from the start, for the servers and for Rollcall, which looks at all
   * of them each minute and at the end.
   */
  passTo(minute: number): Promise<void>;
  stop(): Promise<void>;
}

const beganAtMs = Date.UTC(2026, 2, 3, 9, 12);
const minuteMs = 60_000;
const stillClock = pathToFileURL(resolve(import.meta.dirname, "still-clock.mjs"));

/**
 * Rollcall and the servers of the demo, where nothing moves by itself and everything is the same at each
 * run. From `silentAtMinute` on, ftp-02 does not answer.
 */
export async function startStillFleet(silentAtMinute: number): Promise<StillFleet> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-still-"));
  const moment = join(folder, "moment");
  const setClock = async (ms: number) => {
    // At once: the product must not read half a number.
    await writeFile(`${moment}.next`, String(ms));
    await rename(`${moment}.next`, moment);
  };
  await setClock(beganAtMs);
  const never = Number.POSITIVE_INFINITY;
  const silence = { silentAt: silentAtMinute * 60, silentFor: never, silentEvery: never };
  const fleet = await startDemoFleet({
    startAtMs: beganAtMs,
    events: { ...silence, newKeyAt: never },
  });
  const rollcall = await startRollcall({
    config: toConfig(fleet.servers),
    env: {
      TZ: "UTC",
      NODE_OPTIONS: `--import ${stillClock}?${new URLSearchParams({ file: moment })}`,
    },
  });
  const { cookie } = await sendSignIn(rollcall.url);
  if (cookie === null) throw new Error("nobody is signed in");

  let reached = 0;
  const step = async (minute: number) => {
    const nowMs = beganAtMs + minute * minuteMs;
    await setClock(nowMs);
    await fleet.passTo(nowMs);
    const names = sessionKinds.map((kind) => `tools-settings/${kind}-sessions refresh`);
    await Promise.all(names.map((name) => callByName(rollcall.url, name, [], cookie)));
    // Who looks at the last hour has this minute noted.
    await openPage(rollcall.url, "/tools-settings", cookie);
    reached = minute;
  };
  return {
    url: rollcall.url,
    cookie,
    async passTo(minute) {
      while (reached + 1 < minute) await step(reached + 1);
      await step(minute);
    },
    async stop() {
      await rollcall.stop();
      await fleet.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/**
 * Without the server in Tokyo: whether a machine has letters for its names is not known. And nothing
 * is looked for on this one.
 */
function toConfig(servers: readonly DemoServer[]): string {
  const lines = servers
    .filter(({ name }) => name !== "ts-tokyo")
    .map(({ name, provider, fingerprint, ...way }) => {
      const ssh = JSON.stringify({ ...way, hostKey: fingerprint });
      return `  - { name: ${name}, via: { ssh: ${ssh} }, sources: [{ provider: ${provider} }] }\n`;
    });
  const refresh = "refresh: { watchedSeconds: 1, unwatchedSeconds: 5, timeoutSeconds: 2 }\n";
  const here = "  - { name: panel, via: local, sources: [{ provider: panel }] }\n";
  return `${accountRules}servers:\n${here}${lines.join("")}${refresh}`;
}
