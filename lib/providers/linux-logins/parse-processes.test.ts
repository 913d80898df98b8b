import { describe, expect, it } from "vitest";
import { ancestorsOf, parseProcesses } from "./parse-processes";

const rest = "-1 4194560 100 0 0 0 1 2 0 0 20 0 1 0 4711 2500000 800 18446744073709551615 1 1 0";
const line = (pid: number, name: string, parent: number) =>
  `/proc/${pid}/stat:${pid} (${name}) S ${parent} ${pid} ${pid} 34816 ${rest}\n`;

describe("the processes", () => {
  it.each(["sh", "(sd-pam)", "a) S 1 1 1 1 1", "x (y) z", "-bash", ""])(
    "are told by what follows a name such as %j",
    (name) => {
      const found = parseProcesses(line(32, name, 31));
      expect([...found.values()]).toEqual([
        { pid: 32, parent: 31, sessionLeader: 32, terminal: 34_816, startTicks: 4711 },
      ]);
    },
  );

  it("that have ended, or stand in the file of another one, do not count", () => {
    const ended = line(32, "sh", 31).replace(") S", ") Z");
    const strange = line(33, "sh", 31).replace("/proc/33", "/proc/34");
    expect(parseProcesses(ended + strange).size).toBe(0);
  });

  it("lead back to the first one, and never round in circles", () => {
    const all = parseProcesses(line(1, "init", 0) + line(20, "sshd", 1) + line(32, "sh", 20));
    expect(ancestorsOf(32, all)).toEqual([32, 20, 1]);
    expect(ancestorsOf(32, parseProcesses(line(20, "a", 32) + line(32, "b", 20)))).toEqual([
      32, 20,
    ]);
  });
});
