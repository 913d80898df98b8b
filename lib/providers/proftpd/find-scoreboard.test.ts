import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
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

const running = (...paths: readonly string[]) =>
  parseDaemons(answer(["rollcall-running", "rollcall-scoreboard", ...paths, ""].join("\n")));

it("names each scoreboard once, and none that a shell would have to quote", () => {
  expect(running("/run/b/board", "/run/a/board", "/run/b/board", "/run/$(id)/x", "/a b")).toEqual([
    { scoreboard: "/run/a/board" },
    { scoreboard: "/run/b/board" },
  ]);
  expect(running("/run/a b")).toEqual([{}]);
});

it("finds nothing where ProFTPD does not run, or no scoreboard is where it is looked for", () => {
  expect(parseDaemons(answer("rollcall-running\n"))).toEqual([]);
  expect(parseDaemons(answer("rollcall-scoreboard\n/run/proftpd.scoreboard\n"))).toEqual([]);
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

  it("is not mistaken for a program of a plain account that calls itself ProFTPD", async () => {
    const forged = `${daemon.home("anna")}/forged`;
    await runProgram("cp", [daemon.scoreboard, forged]);
    const script = 'exec 9>>"$0.lck"; exec -a "proftpd: (accepting connections)" sleep infinity';
    await runProgram("touch", [`${forged}.lck`]);
    await runProgram("chmod", ["666", `${forged}.lck`]);
    const nobody = ["--reuid", "65534", "--clear-groups", "bash", "-c", script, forged];
    await namespace.run("setpriv", nobody);
    await daemon.logIn("bruno");
    const { transport } = namespace;
    expect(await proftpdProvider.find?.(transport, inTime())).toEqual([
      { scoreboard: daemon.scoreboard },
    ]);
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

describeWith("proftpd", "a ProFTPD under inetd that nothing is configured of", () => {
  let namespace: PidNamespace;
  let daemon: RealProftpd;

  beforeEach(async () => {
    namespace = await startInPidNamespace();
    const options = { inside: namespace, inetd: true, ownUids: true, scoreboard: "run/who" };
    daemon = await startRealProftpd(["anna"], options);
  });
  afterEach(async () => {
    await daemon.stop();
    await namespace.stop();
  });

  it("is found while a session is open, and lists it", async () => {
    const { transport } = namespace;
    expect(await proftpdProvider.find?.(transport, inTime())).toEqual([]);
    await daemon.logIn("anna");
    const found = [{ scoreboard: daemon.scoreboard }];
    expect(await proftpdProvider.find?.(transport, inTime())).toEqual(found);
    const source = proftpdProvider.open("a/proftpd", {}, transport);
    expect(await source.list(inTime())).toMatchObject([{ user: "anna" }]);
  });

  it.each([
    ["a lock of its own beside a scoreboard of root's", "0", "65534"],
    ["a scoreboard of its own beside a lock of root's", "65534", "0"],
    ["a pipe that nobody writes to for a scoreboard", null, "0"],
  ])("is not mistaken for a program called proftpd that holds %s", async (_, owner, lockOwner) => {
    await daemon.logIn("anna");
    const forged = `${daemon.home("anna")}/forged`;
    if (owner === null) await runProgram("mkfifo", [forged]);
    else await runProgram("install", ["-o", owner, daemon.scoreboard, forged]);
    await runProgram("install", ["-m", "644", "-o", lockOwner, "/dev/null", `${forged}.lck`]);
    const script = 'exec 9<"$0.lck"; printf proftpd >/proc/self/comm; read -r end <> <(:)';
    const nobody = ["--reuid", "65534", "--clear-groups", "bash", "-c", script, forged];
    const { outerPid } = await namespace.run("setpriv", nobody);
    const name = () => readFile(`/proc/${outerPid}/comm`, "utf8");
    await waitFor(async () => (await name()) === "proftpd\n");
    const found = [{ scoreboard: daemon.scoreboard }];
    expect(await proftpdProvider.find?.(namespace.transport, inTime())).toEqual(found);
  });
});

it("is nothing where no ProFTPD runs", async () => {
  const namespace = await startInPidNamespace();
  expect(await proftpdProvider.find?.(namespace.transport, inTime())).toEqual([]);
  await namespace.stop();
});
