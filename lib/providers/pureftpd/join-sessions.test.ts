import { expect, it } from "vitest";
import { posixSum } from "@/lib/providers/ftp/posix-sum";
import {
  bootSeconds,
  listFtp,
  listOn,
  mixPlist,
  mixProcesses,
  openOn,
  truth,
} from "./fixtures/mix-machine";

it("lists every client with what it does", async () => {
  const sessions = await listOn({ list: mixPlist });
  expect(sessions).toHaveLength(truth.length);
  const left = [...truth];
  for (const { user, status } of sessions) {
    const at = left.indexOf(`${user ?? "nobody"} ${status}`);
    if (at >= 0) left.splice(at, 1);
  }
  // Pure-FTPd has no entry for these four, so nobody can say who they are.
  expect(left.toSorted()).toEqual([
    "alpha_admin idle",
    "alpha_dev idle",
    "alpha_dev idle",
    "ftp idle",
  ]);
  const unknown = sessions.filter(({ user, status }) => user === null && status === "idle");
  expect(unknown.map(({ pid }) => pid)).toEqual([24162, 24163, 24164, 24166]);
});

it("never lists a daemon or the helper of a session", async () => {
  const odd = mixProcesses.filter(({ title }) => title === "SERVER" || title === "PRIV");
  const list = odd.reduce((text, { pid }, index) => {
    const [, replaced = ""] =
      [...mixPlist.matchAll(/<key>pid<\/key>\s*<string>(\d+)/g)][index] ?? [];
    return text.replace(`<string>${replaced}</string>`, `<string>${pid}</string>`);
  }, mixPlist);
  expect(list).not.toBe(mixPlist);
  const listed = new Set((await listOn({ list })).map(({ pid }) => pid));
  expect(odd.filter(({ pid }) => listed.has(pid))).toEqual([]);
});

it("counts a transfer from where it began in the file", async () => {
  const sessions = new Map((await listOn({ list: mixPlist })).map((found) => [found.pid, found]));
  expect(sessions.get(24191)).toMatchObject({
    user: "alpha_dev",
    status: "downloading",
    fileName: "big.bin",
    bytesTransferred: 52_752_512 - 50_000_000,
    progressPercent: expect.closeTo(78.6, 1),
  });
  expect(sessions.get(24201)).toMatchObject({
    status: "uploading",
    fileName: "append.up",
    bytesTransferred: 400_000,
    progressPercent: null,
  });
  expect(sessions.get(24207)).toMatchObject({ status: "uploading", bytesTransferred: 0 });
});

it("tells since when by the start of the process, and by whom from where", async () => {
  const sessions = await listOn({ list: mixPlist });
  expect(sessions.find(({ pid }) => pid === 24231)).toMatchObject({
    ref: { sourceId: "a/pureftpd", id: "24231", user: "slowpoke", start: "417298", name: null },
    remoteAddress: "::1",
    startedAt: new Date((bootSeconds + 4172.98) * 1000),
    connectedSeconds: 21,
    command: null,
    protocol: null,
  });
});

it("reads names as UTF-8 where they are that, else byte by byte", async () => {
  const named = (file: string) => mixPlist.replace("24155-19.up", file);
  const fileOf = async (list: string) =>
    (await listOn({ list })).find(({ pid }) => pid === 24197)?.fileName;
  expect(await fileOf(named("\xc3\xa9 &lt;b&gt;"))).toBe("é <b>");
  expect(await fileOf(named("\xe9.bin"))).toBe("\xe9.bin");
  expect(await fileOf(named("rollcall-ftpwho 0 x y"))).toBe("rollcall-ftpwho 0 x y");
});

it("shows nobody whose pid belongs to something else by now", async () => {
  const ended = (row: (typeof mixProcesses)[number]) =>
    row.pid === 24197 ? { ...row, name: "bash" } : row;
  const processes = mixProcesses.filter(({ pid }) => pid !== 24211).map(ended);
  const reused = processes.filter(({ name }) => name === "pure-ftpd");
  const pids = (await listOn({ list: mixPlist, processes: reused })).map(({ pid }) => pid);
  expect(pids).toHaveLength(truth.length - 2);
  expect(pids).not.toContain(24197);
  expect(pids).not.toContain(24211);
});

it("invents no session when a program takes the name of Pure-FTPd", async () => {
  const mine = { group: 900, uid: 1000, ticks: 5, name: "pure-ftpd" };
  const fakes = [
    { ...mine, pid: 900, parent: 899, title: "SERVER" },
    { ...mine, pid: 901, parent: 900, title: "IDLE" },
    { ...mine, pid: 902, parent: 1, title: "IDLE" },
  ];
  const processes = [...mixProcesses, ...fakes];
  for (const code of [0, "not-allowed"] as const) {
    const pids = (await listOn({ list: code === 0 ? mixPlist : "", code, processes })).map(
      ({ pid }) => pid,
    );
    expect(pids).toHaveLength(truth.length);
    expect(pids).not.toContain(901);
  }
});

it("finds the idle time and the client of a session by the connection it was started for", async () => {
  const toSocket = (port: number, fd: number, ms: number) =>
    `0 0 127.0.0.1:${port} 127.0.0.1:34538 users:(("pure-ftpd",pid=24162,fd=${fd}))
\t cubic bytes_acked:408 bytes_received:29 lastsnd:5 lastrcv:${ms} lastack:5`;
  const sockets = [toSocket(40_001, 9, 1000), toSocket(25_131, 4, 21_844)].join("\n");
  for (const machine of [{ list: mixPlist }, { code: "not-allowed" }] as const) {
    const sessions = await listOn({ ...machine, sockets });
    const session = sessions.find(({ pid }) => pid === 24162);
    expect(session).toMatchObject({ idleSeconds: 21, remoteAddress: "127.0.0.1" });
  }
});

it("lists a session that has the title of its server still", async () => {
  const processes = mixProcesses.map((row) =>
    row.pid === 24160 ? { ...row, title: "SERVER" } : row,
  );
  expect(await listOn({ list: mixPlist, processes })).toHaveLength(truth.length);
});

it("tells the server an account with its end, for a longer one is somebody else", async () => {
  const { source, asked } = openOn({ list: mixPlist });
  const [session] = (await listFtp(source)).filter(({ pid }) => pid === 24231);
  const act = source.act(session ? [session.ref] : [], "remove", AbortSignal.timeout(5000));
  await expect(act).rejects.toThrow("nothing about process 24231");
  const account = Buffer.from("slowpoke\0");
  const words = `24231 417298 ${account.length} ${posixSum(account)}`;
  expect(asked.at(-1)?.text).toContain(`set -- pure-ftpd end - ${words}\n`);
});
