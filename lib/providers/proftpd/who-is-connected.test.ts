import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Answer } from "@/lib/sessions/transport";
import { createLiveness } from "./live-connections";
import { parseStarts } from "./process-starts";
import { toSession } from "./to-session";
import { parseConnected } from "./who-is-connected";

const capture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");

const bootSeconds = 1_795_454_916;
const mixNow = 1_795_458_932;
const daemonPid = 7518;
const mixJson = capture("mix-ftpwho.json");
const mixProcesses = new Map(
  [...capture("mix-proc.txt").matchAll(/^(\d+)\tstarttime=(\d+)/gm)].map(([, pid, ticks]) => [
    Number(pid),
    Number(ticks),
  ]),
);

function answer(json: string, { code = 0, stderr = "", children = "none" } = {}): Answer {
  const stdout = `${json}

rollcall-ftpwho ${code}
rollcall-uptime ${mixNow - bootSeconds}.00
rollcall-children ${daemonPid} ${children}
`;
  return { stdout: Buffer.from(stdout), stderr: Buffer.from(stderr), exitCode: 0 };
}

/** The machine as a reader of /proc finds it: only proftpd processes that live. */
function machineWith(processes: ReadonlyMap<number, number>) {
  const asked: number[][] = [];
  return {
    asked,
    askForStarts: async (pids: readonly number[]) => {
      asked.push([...pids]);
      const lines = pids.flatMap((pid) => toStatLine(pid, processes.get(pid)));
      return parseStarts({
        ...answer(""),
        stdout: Buffer.from([`btime ${bootSeconds}`, ...lines].join("\n")),
      });
    },
  };
}

function toStatLine(pid: number, ticks: number | undefined): readonly string[] {
  return ticks === undefined ? [] : [`${pid} (proftpd) S 1${" 0".repeat(17)} ${ticks} 1 2 3`];
}

async function sessionsOf(json: string, processes: ReadonlyMap<number, number> = mixProcesses) {
  const { askForStarts } = machineWith(processes);
  const live = await createLiveness()(parseConnected(answer(json)), askForStarts);
  const context = { sourceId: "a/proftpd", nowMs: live.nowMs, bytesPerSecond: null };
  return live.connections.map((connection) => toSession(connection, context));
}

const mix = new Map((await sessionsOf(mixJson)).map((session) => [session.pid, session]));

it("reads all 39 sessions of the capture, each with its state", () => {
  const counts = Map.groupBy(mix.values(), ({ status }) => status);
  expect(Object.fromEntries([...counts].map(([status, { length }]) => [status, length]))).toEqual({
    connecting: 4,
    downloading: 9,
    idle: 16,
    listing: 1,
    uploading: 9,
  });
});

it("says nothing of who has not logged in, and idle from the server's clock", () => {
  expect(mix.get(7675)).toMatchObject({ user: null, location: null, idleSeconds: null });
  expect(mix.get(7678)).toMatchObject({
    user: "alpha_dev",
    location: "/",
    idleSeconds: mixNow - 1_795_458_904,
    startedAt: new Date(1_795_458_904_000),
    ref: { id: "7678", user: "alpha_dev", start: "398735", name: null },
  });
});

it("shows of a transfer only what ProFTPD counts", () => {
  expect(mix.get(7685)).toMatchObject({ progressPercent: 3, bytesTransferred: 507_904 });
  const sendfile = { progressPercent: null, bytesTransferred: null, fileName: "big.bin" };
  expect(mix.get(7688)).toMatchObject(sendfile);
  const secondDownload = mix.get(7681);
  expect(secondDownload).toMatchObject(sendfile);
  const idleAfterDownload = mix.get(7680);
  expect(idleAfterDownload).toMatchObject({ bytesTransferred: null, progressPercent: null });
  expect(mix.get(7702)).toMatchObject({ status: "uploading", command: "STOU", fileName: null });
});

it("keeps odd logins whole, the one called (none) included", () => {
  expect(mix.get(7724)?.user).toBe("(none)");
  expect(mix.get(7721)?.user).toBe("üser");
  expect(mix.get(7713)?.protocol).toBe("ftps");
});

it("leaves out entries whose process is gone, or is another by now", async () => {
  const processes = new Map(mixProcesses).set(7678, 398_735 + 700);
  processes.delete(7679);
  const pids = (await sessionsOf(mixJson, processes)).map(({ pid }) => pid);
  expect(pids).toHaveLength(37);
  expect(pids).not.toContain(7678);
  expect(pids).not.toContain(7679);
});

it("is no empty list when the daemon and all of its sessions are gone", async () => {
  await expect(sessionsOf(mixJson, new Map())).rejects.toThrow(
    "its daemon (pid 7518) is not running",
  );
});

it("is an empty list when the daemon runs and nobody is connected", async () => {
  const json = '{"server":{"server_type":"standalone","pid":7518,"started_ms":1},"connections":[]}';
  expect(await sessionsOf(json)).toEqual([]);
});

it("lists sessions that outlived their daemon", async () => {
  const orphans = new Map(mixProcesses);
  orphans.delete(daemonPid);
  expect(await sessionsOf(mixJson, orphans)).toHaveLength(39);
});

it("reads U+001F in a name, which ftpwho writes raw", async () => {
  const json = mixJson.replace('"7671-10.up"', '"a\u001fb"');
  expect(json).not.toBe(mixJson);
  const files = (await sessionsOf(json)).map(({ fileName }) => fileName);
  expect(files).toContain("a\u001fb");
});

it("writes an IPv4 client of an IPv6 socket as IPv4", async () => {
  const json = mixJson.replaceAll('"127.0.0.1"', '"::ffff:203.0.113.7"');
  const addresses = new Set((await sessionsOf(json)).map((session) => session.remoteAddress));
  expect([...addresses]).toEqual(["203.0.113.7"]);
});

it.each([
  [1, "missing-scoreboard.stderr.txt", "unreachable", "ProFTPD is not running"],
  [1, "empty-file.stderr.txt", "unreachable", "ProFTPD is not running"],
  [1, "unreadable-scoreboard.stderr.txt", "refused", "Permission denied"],
  [1, "unknown-outform.stderr.txt", "unreadable", "unknown outform value"],
  [127, "missing-scoreboard.stderr.txt", "tool-missing", "ftpwho"],
  [134, "empty-file.stderr.txt", "unreadable", "signal 6"],
])("exit code %i with %s is a failure of its own: %s", (code, file, failure, reason) => {
  expect(() => parseConnected(answer("", { code, stderr: capture(file) }))).toThrow(
    expect.objectContaining({ code: failure, reason: expect.stringContaining(reason) }),
  );
});

it("never takes a cut or foreign answer for a list", () => {
  for (const json of ["", "{}", mixJson.slice(0, -200), "no users connected"]) {
    expect(() => parseConnected(answer(json))).toThrow(
      expect.objectContaining({ code: "unreadable" }),
    );
  }
  const nothing = { stdout: Buffer.from(mixJson), stderr: Buffer.from(""), exitCode: 0 };
  expect(() => parseConnected(nothing)).toThrow("no ftpwho part");
});
