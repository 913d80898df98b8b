import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startOf } from "@/tests/support/run-helper";

const helper = fileURLToPath(new URL("./rollcall-log-out", import.meta.url));
const inUtmp = 2;
const shells = [["dash"], ["bash", "--posix"], ["busybox", "sh"]].filter(([name]) =>
  existsSync(`/bin/${name}`),
);

describe.each(shells)("rollcall-log-out in %s", (shell, ...options) => {
  const run = (...args: readonly (string | number)[]) =>
    new Promise<{ readonly stdout: string; readonly exitCode: number | null }>((resolve) => {
      const words = [...options, helper, ...args.map(String)];
      const child = execFile(`/bin/${shell}`, words, (_error, stdout) =>
        resolve({ stdout, exitCode: child.exitCode }),
      );
    });

  // Leads a session without a terminal, as many services do.
  const service = spawn("sleep", ["600"], { detached: true, stdio: "ignore" });
  const pid = service.pid ?? 0;
  const uid = process.getuid?.() ?? 0;
  let start = "";
  beforeAll(async () => {
    start = await startOf(pid);
  });
  afterAll(async () => {
    service.kill("SIGKILL");
    await once(service, "exit");
  });

  it.each([
    [[]],
    [["kill"]],
    [["end", "12"]],
    [["end", "12", "34"]],
    [["end", "12", "34", "0", "3"]],
    [["end", "-1", "2", "0", "2"]],
    [["end", "012", "2", "0", "2"]],
    [["end", "$(id)", "2", "0", "2"]],
  ])("does nothing when it is asked wrongly: %j", async (args) => {
    expect(await run(...args)).toEqual({ stdout: "", exitCode: 2 });
  });

  it("never ends the first process, a service, or what runs itself", async () => {
    const ownStart = await startOf(process.pid);
    const { stdout } = await run(
      ...["force", 1, await startOf(1), 0, inUtmp],
      ...[pid, start, uid, inUtmp],
      ...[process.pid, ownStart, uid, inUtmp],
    );
    expect(stdout.split("\n")).toEqual([
      "refused 1 this is no login",
      `refused ${pid} this is no login`,
      `refused ${process.pid} Rollcall itself runs in this login`,
      "",
    ]);
    expect(service.exitCode ?? service.signalCode).toBeNull();
  });

  it("says what is gone and what is another one by now", async () => {
    const { stdout } = await run(
      ...["end", 4_194_305, 1, uid, inUtmp],
      ...[pid, Number(start) + 1, uid, inUtmp],
      ...[pid, start, uid + 1, inUtmp],
    );
    expect(stdout).toBe(`gone 4194305\nreplaced ${pid}\nreplaced ${pid}\n`);
  });
});
