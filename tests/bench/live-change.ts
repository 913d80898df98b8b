import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import { z } from "zod";
import { openSessions } from "@/tests/e2e/rollcall-test";
import { childrenOf } from "@/tests/support/processes";
import { greet, say } from "@/tests/support/raw-ftp";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { openBrowser } from "./bench-page";
import { cpuMsOf } from "./cpu-of-tree";
import { startServerProcess } from "./live-process";
import { median, printRatio } from "./measure";

const logins = 20;
const standing = 10;
/** Of the plain page. */
const cycleMs = 2000;
const title =
  "live: from an FTP login to the painted row against a page that asks ftpwho every 2 s";

/** How soon a change is seen. */
export async function measureLiveChange(): Promise<void> {
  // Builds what the sources are now, unless that is built already.
  await import("@/scripts/build");
  await using opened = new AsyncDisposableStack();
  const users = Array.from({ length: logins }, (_, index) => `change${index}`);
  const daemon = await startRealProftpd(["anna", ...users]);
  opened.defer(daemon.stop);
  for (let one = 0; one < standing; one += 1) {
    const client = await daemon.logIn("anna");
    opened.defer(() => client.close());
  }
  const browser = await openBrowser();
  opened.defer(() => browser.close());
  const plain = startServerProcess(new URL("./plain-page-process.ts", import.meta.url));
  opened.defer(plain.stop);
  const rollcall = await startWatching(daemon);
  opened.defer(async () => void (await rollcall.stop()));

  const { url, pid } = await plain.ask({ scoreboard: daemon.scoreboard }, plainSchema);
  const ours = { page: await openOurs(browser, rollcall), pid: rollcall.pid };
  const theirs = { page: await openPlain(browser, url), pid };
  await compareLogins(daemon, users, ours, theirs);
}

const plainSchema = z.object({ url: z.string(), pid: z.int() });

/** As it comes, but for where the scoreboard is. */
async function startWatching({ scoreboard }: RealProftpd) {
  const before = await childrenOf(process.pid);
  const rollcall = await startRollcall({
    config: `servers:
  - name: web01
    via: local
    sources: [{ provider: proftpd, scoreboard: ${scoreboard} }]
`,
  });
  const [pid, other] = (await childrenOf(process.pid)).filter((each) => !before.includes(each));
  if (pid === undefined || other !== undefined) throw new Error("which process is Rollcall?");
  return { ...rollcall, pid };
}

async function openOurs(browser: Browser, rollcall: RunningRollcall): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await openSessions(page, rollcall, "ftp");
  await page.getByText("Live", { exact: false }).first().waitFor();
  await page.evaluate(watch("tbody"));
  return page;
}

async function openPlain(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  await page.evaluate(watch("#list"));
  return page;
}

/** As text: what tsx makes of a function does not run in a page. */
function watch(selector: string): string {
  return `
    globalThis.whenPainted = (name) => new Promise((resolve) => {
      const look = () => {
        if (!document.querySelector("${selector}").textContent.includes(name)) return;
        observer.disconnect();
        const { port1, port2 } = new MessageChannel();
        port2.onmessage = () => resolve(performance.timeOrigin + performance.now());
        requestAnimationFrame(() => port1.postMessage(null));
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { childList: true, characterData: true, subtree: true });
      look();
    });
  `;
}

interface Watched {
  readonly page: Page;
  readonly pid: number;
}

async function compareLogins(
  daemon: RealProftpd,
  users: readonly string[],
  ours: Watched,
  theirs: Watched,
): Promise<void> {
  const [oursMs, theirsMs]: [number[], number[]] = [[], []];
  const cpuBeforeMs = [await cpuMsOf(ours.pid), await cpuMsOf(theirs.pid)];
  const beganAtMs = performance.now();
  for (const [index, user] of users.entries()) {
    const seen = [ours, theirs].map(({ page }) => whenPainted(page, user));
    // At random, and all parts of the cycle alike.
    const phaseMs = ((index + Math.random()) / users.length) * cycleMs;
    const startMs = beganAtMs + (2 * index + 1) * cycleMs + phaseMs;
    await pause(startMs - performance.now());
    const { socket, atMs } = await logIn(daemon, user);
    const [oursAtMs = Number.NaN, theirsAtMs = Number.NaN] = await Promise.all(seen);
    oursMs.push(oursAtMs - atMs);
    theirsMs.push(theirsAtMs - atMs);
    socket.end("QUIT\r\n");
  }
  const cpuAfterMs = [await cpuMsOf(ours.pid), await cpuMsOf(theirs.pid)];
  printRatio({ title, ours: median(oursMs), theirs: median(theirsMs), unit: "ms", aim: 0.5 });
  const [oursCpuMs = Number.NaN, theirsCpuMs = Number.NaN] = cpuAfterMs.map(
    (after, side) =>
      ((after - (cpuBeforeMs[side] ?? Number.NaN)) * 1000) / (performance.now() - beganAtMs),
  );
  const cpu = { ours: oursCpuMs, theirs: theirsCpuMs, unit: "ms of CPU a second", aim: 1 };
  printRatio({ title: `${title}, what it costs the server`, ...cpu });
}

async function whenPainted(page: Page, user: string): Promise<number> {
  return z.number().parse(await page.evaluate(`whenPainted("${user}")`));
}

/** When the daemon had let the user in. */
async function logIn(daemon: RealProftpd, user: string) {
  const socket = await greet(daemon);
  await say(socket, `USER ${user}`);
  const answer = await say(socket, "PASS correct horse");
  const atMs = performance.timeOrigin + performance.now();
  if (!answer.startsWith("230")) throw new Error(`the daemon has answered ${answer}`);
  return { socket, atMs };
}
