import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import type { Transport } from "@/lib/sessions/transport";
import { createLocalTransport } from "@/lib/transports/local";
import { childrenOf, endingWithUs, sendSignal } from "./processes";

interface NamespaceProcess {
  /** As the namespace numbers it. */
  readonly pid: number;
  /** As the machine numbers it: what a test may signal. */
  readonly outerPid: number;
  /** Ends with the process. */
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
}

interface ProgramCall {
  readonly program: string;
  readonly args: readonly string[];
}

/** Processes with numbers of their own, so that a test can give a number to one process and then to another. */
export interface PidNamespace {
  /** Runs commands inside. */
  readonly transport: Transport;
  /** The next process to start inside gets this number, whoever starts it. Throws when it is taken. */
  nextPid(pid: number): Promise<void>;
  /** What to start on the machine so that this program runs inside. */
  enter(program: string, args: readonly string[]): ProgramCall;
  /** Resolves once it runs. As the first process after `nextPid` it has that number. */
  run(program: string, args: readonly string[]): Promise<NamespaceProcess>;
  /** Ends all that runs inside. */
  stop(): Promise<void>;
}

// The first process has to collect the ended ones, or their numbers would stay taken; a shell that waits does.
const firstProcess = "echo ready; sleep infinity & wait";

/** Root only. Files and network are those of the machine. */
export async function startInPidNamespace(): Promise<PidNamespace> {
  const settings = ["--pid", "--fork", "--mount-proc", "--kill-child"];
  const unshare = spawn(...endingWithUs("unshare", [...settings, "sh", "-c", firstProcess]), {
    stdio: ["ignore", "pipe", "pipe"],
  });
  await readLine(unshare);
  const [first] = await childrenOf(unshare.pid ?? 0);
  if (first === undefined) throw new Error("the PID namespace has no first process");
  const target = ["--target", String(first), "--pid", "--mount"];
  const enter = (program: string, args: readonly string[]) => ({
    program: "nsenter",
    args: [...target, program, ...args],
  });
  const local = createLocalTransport();

  return {
    transport: {
      run: ({ shell, text }, signal) =>
        local.run(
          { shell, text: `exec nsenter ${target.join(" ")} /bin/sh -c ${quote(text)}` },
          signal,
        ),
      close: () => local.close(),
    },
    async nextPid(pid) {
      const script = `! [ -e /proc/${pid} ] && echo ${pid - 1} > /proc/sys/kernel/ns_last_pid`;
      const { program, args } = enter("/bin/sh", ["-c", script]);
      const shell = spawn(program, args, { stdio: "ignore" });
      const [code] = await once(shell, "exit");
      if (code !== 0) throw new Error(`the number ${pid} is taken, or this is not root`);
    },
    enter,
    run: (program, args) =>
      start(enter("/bin/sh", ["-c", 'echo $$; exec "$@"', "sh", program, ...args])),
    async stop() {
      await local.close();
      if (unshare.exitCode !== null || unshare.signalCode !== null) return;
      // With its first process the kernel ends all others, and unshare with it.
      const ended = once(unshare, "exit");
      sendSignal(first, "SIGKILL");
      await ended;
    },
  };
}

async function start({ program, args }: ProgramCall): Promise<NamespaceProcess> {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  const pid = Number(await readLine(child));
  const [outerPid] = await childrenOf(child.pid ?? 0);
  if (outerPid === undefined) throw new Error(`${args.join(" ")} ended at once`);
  child.stdout.resume();
  child.stderr.resume();
  return { pid, outerPid, child };
}

/** Its first line, and nothing of what follows. */
async function readLine(child: ChildProcessByStdio<null, Readable, Readable>): Promise<string> {
  let complaint = "";
  const note = (chunk: Buffer) => {
    complaint += chunk;
  };
  child.stderr.on("data", note);
  let line = "";
  while (!line.endsWith("\n")) {
    const byte: unknown = child.stdout.read(1);
    if (Buffer.isBuffer(byte)) line += byte.toString();
    else if (child.exitCode === null && child.signalCode === null)
      await Promise.race([once(child.stdout, "readable"), once(child, "exit")]);
    else throw new Error(`${child.spawnfile} ended: ${complaint}`);
  }
  child.stderr.off("data", note);
  return line.trim();
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
