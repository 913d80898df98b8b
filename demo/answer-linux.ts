import { answerEnding } from "./answer-ending";
import { answerProftpd } from "./answer-proftpd";
import { answerPureftpd } from "./answer-pureftpd";
import { type LinuxMachine, printClock } from "./linux-machine";

/** What a Linux server answers to each command of Rollcall's; undefined to any other. */
export function answerLinux(machine: LinuxMachine, line: string): Buffer | undefined {
  const [, script] = /^exec timeout \d+ \/bin\/sh -c '([^']*)'$/.exec(line) ?? [];
  if (script === undefined) return answerLine(line);
  const answerDaemon = machine.daemon === "proftpd" ? answerProftpd : answerPureftpd;
  return (
    answerEnding(machine, script) ?? answerDaemon(machine, script) ?? answerSystem(machine, script)
  );
}

/** Lines for any shell: which one is it, and is it there at all? */
function answerLine(line: string): Buffer | undefined {
  if (line === "echo rollcall-end") return Buffer.from("rollcall-end\n");
  const [, quoted] = /^echo '([^']*)'; echo \$\?; echo rollcall-end$/.exec(line) ?? [];
  return quoted === undefined ? undefined : Buffer.from(`${quoted}\n0\nrollcall-end\n`);
}

const versions = {
  proftpd: "rollcall-proftpd ProFTPD Version 1.3.8b",
  "pure-ftpd": "rollcall-pureftpd pure-ftpd v1.0.50",
} as const;

function answerSystem(machine: LinuxMachine, script: string): Buffer | undefined {
  if (script.includes("rollcall-kernel")) {
    const name =
      'rollcall-kernel Linux 6.1.0-41-amd64\nrollcall-name "Debian GNU/Linux 12 (bookworm)"';
    return Buffer.from(`${name}\n${versions[machine.daemon]}\nrollcall-end\n`);
  }
  // It keeps no list of who is logged in, and runs no other daemon.
  if (script.includes("rollcall-logind")) {
    return Buffer.from(`${printClock(machine)}\nrollcall-end\n`);
  }
  const isSearch = /rollcall-running|\(vsftpd\)|\(pure-ftpd/.test(script);
  return isSearch ? Buffer.from("rollcall-end\n") : undefined;
}
