import { once } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, expect, it, vi } from "vitest";
import type { WebSocket } from "ws";
import { createScriptedFeed, type Hub, type HubOptions, startHub } from "@/tests/support/live-hub";
import { createLiveReader, readLive } from "@/tests/support/live-reader";
import { ftpSession, panelSession } from "@/tests/support/live-sessions";
import { waitFor } from "@/tests/support/wait-for";

let hub: Hub;
afterEach(async () => {
  await hub.stop();
  expect(hub.bugs).toEqual([]);
});

/** They move megabytes, beside other tests. */
vi.setConfig({ testTimeout: 90_000 });

const quick = { checkMs: 50, behindMs: 1000, closeMs: 100 } as const;

async function start(options: HubOptions): Promise<void> {
  hub = await startHub(options);
}

/** Sockets of as many users as it takes, all watching. */
async function openCrowd(count: number): Promise<readonly WebSocket[]> {
  const sockets = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const name = `admin${Math.floor(index / 50)}`;
      hub.signedIn.set(name, { name, sees: "everything" });
      const socket = hub.connect(name);
      socket.on("error", () => undefined);
      await once(socket, "open");
      return socket;
    }),
  );
  for (const socket of sockets) socket.send('{"type":"watch","kind":"panel"}');
  await Promise.all(sockets.map((socket) => once(socket, "message")));
  return sockets;
}

/** A socket that holds its first roll. */
async function openWatching() {
  const socket = hub.connect();
  const reader = readLive(socket);
  await once(socket, "open");
  reader.watch("panel");
  await waitFor(() => reader.number() !== undefined);
  return { socket, ...reader };
}

/** A session so large that a line is full after a few changes. */
const large = (turn: number) => ({
  ...panelSession("1", "anna"),
  userAgent: String(turn).padEnd(1_000_000, "x"),
});

it("gives a slow reader one message for all it missed, not a backlog", async () => {
  const panel = createScriptedFeed("panel", "here/panel");
  await start({ sources: () => [panel.watched] });
  const [fast, slow] = [await openWatching(), await openWatching()];
  slow.socket.pause();
  for (let turn = 1; turn <= 25; turn += 1) {
    const before = fast.number();
    await panel.say([large(turn)]);
    await waitFor(() => fast.number() !== before, 40_000);
  }
  slow.socket.resume();
  await waitFor(() => slow.number() === fast.number(), 40_000);
  expect(slow.gaps()).toBe(0);
  expect(slow.rows()).toEqual(fast.rows());
  const changesOf = ({ messages }: typeof slow) =>
    messages.filter(({ type }) => type === "changes").length;
  expect(changesOf(fast)).toBe(25);
  expect(changesOf(slow)).toBeLessThan(15);
});

it("closes 200 browsers that stop reading, in memory that stays flat", async () => {
  const panel = createScriptedFeed("panel", "here/panel");
  await start({ sources: () => [panel.watched], times: quick });
  const sockets = await openCrowd(200);
  const closeCodes: number[] = [];
  for (const socket of sockets) {
    socket.on("close", (code) => closeCodes.push(code));
    socket.pause();
  }
  const beforeBytes = usedBytes();
  let mostBytes = 0;
  let turn = 0;
  await waitFor(async () => {
    turn += 1;
    await panel.say([large(turn)]);
    mostBytes = Math.max(mostBytes, usedBytes());
    return !panel.watched.isWatched();
  }, 40_000);
  expect(mostBytes - beforeBytes).toBeLessThan(100_000_000);
  for (const socket of sockets) socket.resume();
  await waitFor(() => closeCodes.length === 200, 40_000);
});

it("forgets 1,000 sockets that are dropped at once, and serves the next", async () => {
  const panel = createScriptedFeed("panel", "here/panel");
  await start({ sources: () => [panel.watched], times: quick });
  const sockets = await openCrowd(1000);
  for (const socket of sockets) socket.terminate();
  await waitFor(() => !panel.watched.isWatched(), 40_000);
  const socket = hub.connect();
  const { watch, number } = readLive(socket);
  await once(socket, "open");
  watch("panel");
  await waitFor(() => number() !== undefined);
});

it("sends 100,000 rows whole and in parts while they change, and lets others have their turn", async () => {
  const feeds = Array.from({ length: 20 }, (_, at) => createScriptedFeed("ftp", `web${at}/ftp`));
  await start({ sources: () => feeds.map(({ watched }) => watched) });
  const crowd = (at: number, bytesTransferred: number) =>
    Array.from({ length: 5000 }, (_, pid) => ({
      ...ftpSession(pid, "anna", `web${at}/ftp`),
      bytesTransferred,
    }));
  await Promise.all(feeds.map(({ say }, at) => say(crowd(at, 0))));
  const texts: string[] = [];
  const socket = hub.connect();
  await once(socket, "open");
  socket.on("message", (text) => texts.push(text.toString()));
  socket.send('{"type":"watch","kind":"ftp"}');
  let turns = 0;
  while (texts.length < 2) {
    await nextTurn();
    turns += 1;
  }
  await waitFor(async () => {
    await feeds[0]?.say(crowd(0, texts.length));
    return texts.some((text) => text.startsWith('{"type":"changes"'));
  }, 40_000);
  socket.terminate();

  expect(turns, "others had their turn while 100,000 rows were written").toBeGreaterThan(20);
  const reader = createLiveReader();
  for (const text of texts) reader.take(text);
  expect(reader.gaps()).toBe(0);
  expect(reader.rows().size).toBe(100_000);
  const parts = texts.filter((text) => text.startsWith('{"type":"roll"'));
  expect(Math.max(...parts.map((part) => Buffer.byteLength(part)))).toBeLessThanOrEqual(65_536);
});

function usedBytes(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
