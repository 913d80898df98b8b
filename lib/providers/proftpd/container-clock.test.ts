import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { describeWith } from "@/tests/support/describe-with";
import { type PidNamespace, startInPidNamespace } from "@/tests/support/pid-namespace";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { proftpdProvider } from "./provider";

const runProgram = promisify(execFile);
const isFew = (seconds: number) => seconds >= 0 && seconds < 5;
const inTime = () => AbortSignal.timeout(10_000);

// As lxcfs shows it: a container began a minute ago, but its processes count from the machine's boot.
const files = {
  uptime: "60.00 50.00\n",
  stat: `btime ${Math.floor(Date.now() / 1000) - 60}\n`,
} as const;

describeWith(["root", "proftpd"], "a ProFTPD in a container with an uptime of its own", () => {
  let folder: string;
  let namespace: PidNamespace;
  let daemon: RealProftpd;

  beforeEach(async () => {
    namespace = await startInPidNamespace();
    folder = await mkdtemp(join(tmpdir(), "rollcall-clock-"));
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(folder, name), text);
      const mount = namespace.enter("mount", ["--bind", join(folder, name), `/proc/${name}`]);
      await runProgram(mount.program, mount.args);
    }
    daemon = await startRealProftpd(["anna"], { inside: namespace });
  });
  afterEach(async () => {
    await daemon.stop();
    await namespace.stop();
    await rm(folder, { recursive: true });
  });

  it("is read from its scoreboard, with the times as they are", async () => {
    await daemon.logIn("anna");
    const { transport } = namespace;
    const source = proftpdProvider.open("a", { scoreboard: daemon.scoreboard }, transport);
    // All the first time, only what has changed the second.
    for (let looks = 0; looks < 2; looks += 1) {
      const [anna] = await source.list(inTime());
      expect(anna).toMatchObject({ user: "anna", connectedSeconds: expect.toSatisfy(isFew) });
      expect(Math.abs((anna?.startedAt?.getTime() ?? 0) - Date.now())).toBeLessThan(5000);
      expect(source.limits?.()).toEqual([]);
    }
  });
});
