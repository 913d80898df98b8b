import { printDetails } from "./linux-details";
import {
  type LinuxMachine,
  listProcesses,
  printClock,
  printStat,
  printUptime,
} from "./linux-machine";
import { writeScoreboard } from "./scoreboard";

const scoreboard = "/run/proftpd/proftpd.scoreboard";

/** What a server with ProFTPD says to each script of Rollcall's; undefined to any other. */
export function answerProftpd(machine: LinuxMachine, script: string): Buffer | undefined {
  if (script.includes("rollcall-has-children")) return printAll(machine, script);
  if (script.includes("set -- $files /proc/")) return printChanges(machine, script);
  if (script.includes("rollcall-running")) {
    return Buffer.from(`rollcall-running\nrollcall-scoreboard\n${scoreboard}\nrollcall-end\n`);
  }
  const [, pids] =
    /files=\$\(echo "([\d ]*)" \| sed "s,\[0-9\]\[0-9\]\*,\/proc\/&\/stat,g"\)/.exec(script) ?? [];
  return pids === undefined ? undefined : printAsked(machine, new Set(pids.split(" ").map(Number)));
}

function printAll(machine: LinuxMachine, script: string): Buffer {
  const before = `${printClock(machine)}rollcall-scoreboard ${scoreboard}
rollcall-readable
rollcall-has-children
${printStats(machine)}${printDetails(machine, script)}`;
  return toPacked([Buffer.from(before), writeScoreboard(machine)]);
}

/** Of the processes the daemon's own line, then the list of its children, which has no end of its line. */
function printChanges(machine: LinuxMachine, script: string): Buffer {
  const [daemon, ...sessions] = listProcesses(machine);
  const stat = daemon ? printStat(machine, daemon) : "";
  const children = sessions.map(({ pid }) => `${pid} `).join("");
  const before = `${printUptime(machine)}${printDetails(machine, script)}${stat}${children}`;
  return toPacked([Buffer.from(before), writeScoreboard(machine)]);
}

function printAsked(machine: LinuxMachine, pids: ReadonlySet<number>): Buffer {
  return Buffer.from(`${printStats(machine, (pid) => pids.has(pid))}rollcall-end\n`);
}

/** Each line behind the name of its file, as grep prints it. */
function printStats(machine: LinuxMachine, isAsked: (pid: number) => boolean = () => true): string {
  return listProcesses(machine)
    .filter(({ pid }) => isAsked(pid))
    .map((process) => `/proc/${process.pid}/stat:${printStat(machine, process)}`)
    .join("");
}

/** On a server without gzip. */
function toPacked(parts: readonly Buffer[]): Buffer {
  return Buffer.concat([...parts, Buffer.from("\nrollcall-end\n")]);
}
