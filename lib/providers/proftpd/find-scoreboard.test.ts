import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { describeWith } from "@/tests/support/describe-with";
import { holdUpload } from "@/tests/support/held-transfers";
import { type PidNamespace, startInPidNamespace } from "@/tests/support/pid-namespace";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { waitFor } from "@/tests/support/wait-for";
import { parseDaemons } from "./find-scoreboard";
import { proftpdProvider } from "./provider";

const runProgram = promisify(execFile);
const inTime = () => AbortSignal.timeout(10_000);
const answer = (text: string) => ({
  stdout: Buffer.from(text),
  stderr: Buffer.from(""),
  exitCode: 0,
});

it("takes no scoreboard that a shell would have to quote", () => {
  expect(parseDaemons(answer("/run/a/board\n/run/$(id)/board\n/run/a b\n"))).toEqual([
    { scoreboard: "/run/a/board" },
  ]);
});

it("without a scoreboard that is seen leaves it to the look, if that will find one", () => {
  expect(parseDaemons(answer("rollcall-running\nrollcall-exists\n"))).toEqual([{}]);
  expect(parseDaemons(answer("rollcall-running\n"))).toEqual([]);
  expect(parseDaemons(answer("rollcall-exists\n"))).toEqual([]);
});

describeWith("proftpd", "a ProFTPD that nothing is configured of", () => {
  let namespace: PidNamespace;
  let daemon: RealProftpd;

  beforeEach(async () => {
    namespace = await startInPidNamespace();
    const scoreboard = "run/who";
    daemon = await startRealProftpd(["anna", "bruno"], { inside: namespace, scoreboard });
  });
  afterEach(async () => {
    await daemon.stop();
    await namespace.stop();
  });

  async function end(pid: number) {
    const { program, args } = namespace.enter("kill", ["-KILL", String(pid)]);
    await runProgram(program, args);
  }

  it("is found by its own files, not by those of its users", async () => {
    await runProgram("cp", [daemon.scoreboard, `${daemon.home("anna")}/board`]);
    const anna = await daemon.logIn("anna");
    await holdUpload(anna, "board.lck", { bytesPerSecond: 1000 });
    const { transport } = namespace;
    expect(await proftpdProvider.find?.(transport, inTime())).toEqual([
      { scoreboard: daemon.scoreboard },
    ]);
    const source = proftpdProvider.open("a/proftpd", {}, transport);
    expect(await source.list(inTime())).toMatchObject([{ user: "anna" }]);
    await daemon.restart();
    await daemon.logIn("bruno");
    expect(await source.list(inTime())).toMatchObject([{ user: "bruno" }]);
  });

  it("shows who has a pid now, not who had it, and does nothing to a stranger", async () => {
    const { transport } = namespace;
    const source = proftpdProvider.open("a/proftpd", {}, transport);
    await daemon.logIn("anna");
    const [anna] = await source.list(inTime());
    const pid = Number(anna?.ref.id);
    await end(pid);
    await waitFor(async () => (await source.list(inTime())).length === 0);
    await namespace.nextPid(pid);
    const bruno = await daemon.logIn("bruno");
    expect(await source.list(inTime())).toMatchObject([{ user: "bruno", pid }]);
    const refs = anna ? [anna.ref] : [];
    expect(await source.act(refs, "remove", inTime())).toEqual([{ status: "replaced" }]);
    expect((await bruno.send("NOOP")).code).toBe(200);
  });
});

it("is nothing where no ProFTPD runs", async () => {
  const namespace = await startInPidNamespace();
  expect(await proftpdProvider.find?.(namespace.transport, inTime())).toEqual([]);
  await namespace.stop();
});
