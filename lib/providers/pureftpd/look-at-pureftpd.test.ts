import { expect, it } from "vitest";
import {
  capture,
  listFtp,
  listOn,
  type Machine,
  mixPlist,
  mixProcesses,
  nowTicks,
  openOn,
  truth,
} from "./fixtures/mix-machine";

const limitsOn = async (machine: Machine) => {
  const { source } = openOn(machine);
  await listFtp(source);
  return source.limits?.().filter(({ code }) => code === "no-titles" || code === "daemon-gone");
};

it("lists what the processes tell where the account may not ask pure-ftpwho", async () => {
  const sessions = await listOn({ code: "not-allowed" });
  const counts = Object.groupBy(sessions, ({ status }) => status);
  expect(sessions).toHaveLength(truth.length);
  expect(sessions.every(({ user }) => user === null)).toBe(true);
  expect(counts.downloading).toHaveLength(
    truth.filter((line) => line.endsWith("downloading")).length,
  );
  expect(counts.uploading).toHaveLength(truth.filter((line) => line.endsWith("uploading")).length);
  expect(counts.connecting).toHaveLength(4);
});

it("takes a daemon that is the first process of its container for no lost one", async () => {
  const toFirst = (pid: number) => (pid === 7531 ? 1 : pid);
  const processes = mixProcesses.map((row) => ({
    ...row,
    pid: toFirst(row.pid),
    parent: row.pid === 7531 ? 0 : toFirst(row.parent),
    group: toFirst(row.group),
    ticks: nowTicks,
  }));
  expect(await listOn({ list: mixPlist, processes })).toHaveLength(truth.length);
  expect(await limitsOn({ list: mixPlist, processes })).toEqual([]);
});

it("says which line of sudoers would tell who is signed in", async () => {
  const remedy = "monitor ALL=(root) NOPASSWD: /usr/sbin/pure-ftpwho -p -n";
  expect(await limitsOn({ code: "not-allowed" })).toEqual([
    { code: "no-titles", remedy, count: null },
  ]);
});

it("says that Pure-FTPd tells nothing of some, unless they came just now", async () => {
  expect(await limitsOn({ list: mixPlist })).toEqual([
    { code: "no-titles", remedy: null, count: null },
  ]);
  const processes = mixProcesses.map((row) => ({ ...row, ticks: nowTicks - 100 }));
  expect(await limitsOn({ list: mixPlist, processes })).toEqual([]);
});

it("lists the sessions that go on without their daemon, and says so", async () => {
  const processes = mixProcesses
    .filter(({ title }) => title !== "SERVER")
    .map((row) => (row.title === "PRIV" ? row : { ...row, parent: 1 }));
  for (const machine of [{ list: mixPlist }, { code: "not-allowed" }] as const) {
    const { source } = openOn({ ...machine, processes });
    expect(await listFtp(source)).toHaveLength(truth.length);
    expect(source.limits?.().map(({ code }) => code)).toContain("daemon-gone");
  }
});

it("lists nobody before the first client ever, when the daemon has no list yet", async () => {
  const processes = mixProcesses.filter(({ title }) => title === "SERVER");
  expect(await listOn({ code: 255, processes })).toEqual([]);
});

it.each([
  [
    "a stopped daemon whose empty list is left",
    { list: capture("empty-plist.txt"), processes: [] },
    "unreachable",
    "not running",
  ],
  ["a daemon that never ran", { code: 255, processes: [] }, "unreachable", "not running"],
  ["no pure-ftpwho", { code: 127 }, "tool-missing", "pure-ftpwho"],
  ["no right to start it", { code: 126 }, "tool-missing", "pure-ftpwho"],
  [
    "the help, for an unknown option",
    { list: "\nUsage :\n\n-c : this program" },
    "unreadable",
    "Usage",
  ],
  ["a list as HTML", { list: capture("mix-html.txt") }, "unreadable", "no list"],
  ["a list that was cut", { list: mixPlist.slice(0, 5000) }, "unreadable", "no list"],
  ["nothing at all", {}, "unreadable", "no list"],
  ["pure-ftpwho of another version", { code: 1 }, "unreadable", "exit code 1"],
  ["pure-ftpwho ended by a signal", { code: 139 }, "unreadable", "139"],
] as const)("throws for %s instead of listing nobody", async (_, machine, code, said) => {
  await expect(listOn(machine)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(said),
  });
});

it("does not ask a sudo again that has refused once", async () => {
  const plain = { uid: 1000, code: "not-allowed" } as const;
  const allowed = { uid: 1000, list: mixPlist, may: "pure-ftpwho" };
  const { source, asked } = openOn(allowed, { uid: 1000, code: 1 }, plain, plain);
  for (let looks = 0; looks < 4; looks += 1) expect(await listFtp(source)).toHaveLength(38);
  expect(asked.map(({ text }) => /may_ask=(\d)/.exec(text)?.[1])).toEqual(["0", "1", "0", "0"]);
});
