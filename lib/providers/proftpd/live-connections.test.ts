import { expect, it } from "vitest";
import { createLiveness } from "./live-connections";
import type { ProcessStarts } from "./process-starts";
import type { Connected, Connection } from "./who-is-connected";

const daemonPid = 7;
const bootMs = 1_000_000;

function connection(pid: number, sinceMs = bootMs + pid * 10): Connection {
  return { pid, connected_since_ms: sinceMs, remote_address: "203.0.113.7", user: `user${pid}` };
}

function look(pids: readonly number[], change: Partial<Connected> = {}): Connected {
  const children = new Set(pids);
  const connections = pids.map((pid) => connection(pid));
  return { connections, daemonPid, children, uptimeMs: 5000, ...change };
}

/** Processes that live; each started as many ticks after the boot as its pid says. */
function machine(...alive: readonly number[]) {
  const asked: (readonly number[])[] = [];
  const askForStarts = async (pids: readonly number[]): Promise<ProcessStarts> => {
    asked.push(pids);
    return {
      bootMs,
      ticks: new Map(pids.filter((pid) => alive.includes(pid)).map((pid) => [pid, pid])),
    };
  };
  return { asked, askForStarts };
}

const pidsOf = ({ connections }: { connections: readonly Connection[] }) =>
  connections.map(({ pid }) => pid);

it("asks for the start of a process once, and of all processes again after a minute", async () => {
  const keepLive = createLiveness();
  const { asked, askForStarts } = machine(daemonPid, 100, 200);
  await keepLive(look([100]), askForStarts);
  await keepLive(look([100]), askForStarts);
  await keepLive(look([100, 200]), askForStarts);
  expect(asked).toEqual([[100], [200]]);
  await keepLive(look([100, 200], { uptimeMs: 66_000 }), askForStarts);
  expect(asked.at(-1)).toEqual([100, 200]);
});

it("keeps two looks at once apart: neither loses a session to the other", async () => {
  const keepLive = createLiveness();
  const { askForStarts } = machine(daemonPid, 100, 200, 300);
  await keepLive(look([100, 200]), askForStarts);
  const slow = Promise.withResolvers<void>();
  const first = keepLive(look([100, 200, 300]), async (pids) => {
    await slow.promise;
    return askForStarts(pids);
  });
  const second = keepLive(look([100, 200, 300]), askForStarts);
  expect(pidsOf(await second)).toEqual([100, 200, 300]);
  slow.resolve();
  expect(pidsOf(await first)).toEqual([100, 200, 300]);
});

it("lists on what a daemon that started anew has forgotten, until its process is gone", async () => {
  const keepLive = createLiveness();
  await keepLive(look([100]), machine(daemonPid, 100).askForStarts);
  const restarted = look([], { daemonPid: 8 });
  expect(pidsOf(await keepLive(restarted, machine(8, 100).askForStarts))).toEqual([100]);
  expect(pidsOf(await keepLive(restarted, machine(8).askForStarts))).toEqual([]);
});

it("believes the daemon of its child although the clock was set meanwhile", async () => {
  const connected = look([100], { connections: [connection(100, bootMs + 3_600_000)] });
  const live = await createLiveness()(connected, machine(daemonPid, 100).askForStarts);
  expect(pidsOf(live)).toEqual([100]);
});

it("takes of two entries with one pid the later one", async () => {
  const stale = connection(100, bootMs);
  const connected = look([100], { connections: [connection(100), stale] });
  const live = await createLiveness()(connected, machine(daemonPid, 100).askForStarts);
  expect(live.connections).toEqual([{ ...connection(100), startTicks: 100 }]);
});

it("is no list when the daemon is gone, and an empty one when nobody is there", async () => {
  const unknown = look([], { children: undefined });
  await expect(createLiveness()(unknown, machine().askForStarts)).rejects.toMatchObject({
    code: "unreachable",
  });
  const live = await createLiveness()(unknown, machine(daemonPid).askForStarts);
  expect(live.connections).toEqual([]);
});
