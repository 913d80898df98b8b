import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseProcesses } from "./processes";

const tail = "0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0";

function line(pid: number, stat: string): string {
  return `/proc/${pid}/stat:${stat}\n`;
}

it("reads this process as the kernel says it is", () => {
  const text = execFileSync("grep", ["-Hs", "", `/proc/${process.pid}/stat`], {
    encoding: "latin1",
  });
  const status = readFileSync(`/proc/${process.pid}/status`, "latin1");
  const found = parseProcesses(text).get(process.pid);
  expect(found).toMatchObject({ pid: process.pid, parent: process.ppid });
  expect(status).toMatch(new RegExp(`^NSpgid:\\t(?:\\d+\\t)*${found?.group}$`, "m"));
  const uptimeSeconds = Number(readFileSync("/proc/uptime", "latin1").split(" ")[0]);
  const ageSeconds = uptimeSeconds - (found?.startTicks ?? 0) / 100;
  expect(ageSeconds).toBeGreaterThan(0);
  expect(ageSeconds).toBeLessThan(process.uptime() + 5);
});

it("reads every process of this machine that has not ended", () => {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const files = pids.map((pid) => `/proc/${pid}/stat`);
  const text = execFileSync("sh", ["-c", 'grep -Hs "" "$@"; :', "sh", ...files], {
    encoding: "latin1",
  });
  const living = text.split("\n").filter((each) => /^[^)]*\) [^ZX] /.test(each));
  expect([...parseProcesses(text).keys()]).toEqual(
    living.map((each) => Number(each.split("/")[2])),
  );
  expect(living.length).toBeGreaterThan(2);
});

it("takes each field from its place", () => {
  const found = parseProcesses(
    line(12, `12 (vsftpd) S 7 9 9 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 5678 9 1`),
  );
  expect([...found.values()]).toEqual([{ pid: 12, parent: 7, group: 9, startTicks: 5678 }]);
});

it("leaves out what has ended", () => {
  expect(parseProcesses(line(12, `12 (proftpd) Z 7 9 9 ${tail} 5678 9 1`)).size).toBe(0);
});

it.each([
  ["another pid", `12 (proftpd) S 7 9 9 ${tail} 5678 9 1`],
  ["brackets", `13 (a) S 1 2 3 (b) S 7 9 9 ${tail} 5678 9 1`],
  ["a half line", "13 (proftpd) S 7 9 9 0 -1"],
])("invents no process from %s", (_what, stat) => {
  expect(parseProcesses(line(13, stat)).size).toBe(0);
});

it("keeps the process whose name holds a line feed, as grep prints it", () => {
  const stat = `13 (pro\n/proc/13/stat:ftpd) S 7 9 9 ${tail} 5678 9 1`;
  expect([...parseProcesses(line(13, stat)).keys()]).toEqual([13]);
});
