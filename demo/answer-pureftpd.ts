import { type FtpGuest, isTransfer } from "./ftp-life";
import { controlPort, printDetails } from "./linux-details";
import { account, type LinuxMachine, listProcesses, printClock, printStat } from "./linux-machine";

/** What a server with Pure-FTPd says to each script of Rollcall's; undefined to any other. */
export function answerPureftpd(machine: LinuxMachine, script: string): Buffer | undefined {
  if (script.includes("rollcall-ftpwho")) return printLook(machine, script);
  if (!script.includes("(pure-ftpd")) return undefined;
  return Buffer.from(`${printProcesses(machine)}rollcall-end\n`);
}

function printLook(machine: LinuxMachine, script: string): Buffer {
  const right = script.includes("rollcall-may pure-ftpwho") ? "rollcall-may pure-ftpwho\n" : "";
  const said = `rollcall-ftpwho 0 ${account.uid} ${account.name} /usr/sbin/pure-ftpwho\n`;
  const list = `rollcall-list\n${printPlist(machine)}\n${said}`;
  const processes = `${printProcesses(machine)}${printDetails(machine, script)}`;
  return Buffer.from(`${printClock(machine)}${right}${list}${processes}\nrollcall-end\n`);
}

const titles = { upload: "UPLOAD", download: "DOWNLOAD" } as const;

function printProcesses(machine: LinuxMachine): string {
  const stats = listProcesses(machine).map((process) => {
    return `/proc/${process.pid}/stat:${printStat(machine, process)}`;
  });
  const { daemonPid, life } = machine;
  const shown = [
    printTitle(daemonPid, "SERVER", 0),
    ...life.guests.map(({ pid, doing }) => {
      const title = isTransfer(doing) ? titles[doing.kind] : "IDLE";
      return printTitle(pid, title, doing.kind === "connecting" ? 0 : 2001);
    }),
  ];
  return `${stats.join("")}${shown.join("")}`;
}

function printTitle(pid: number, title: string, uid: number): string {
  const uids = new Array(4).fill(uid).join("\t");
  return `/proc/${pid}/cmdline:pure-ftpd (${title})\n/proc/${pid}/status:Uid:\t${uids}\n`;
}

/** What `pure-ftpwho -p -n` prints (pure-ftpwho.c: plist_output_line). */
function printPlist(machine: LinuxMachine): string {
  const entries = machine.life.guests.map((guest) => printEntry(machine, guest)).join("");
  return `<?xml version="1.0" encoding="ISO-8859-15"?>
<!DOCTYPE plist PUBLIC "-//Apple Computer//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
\t<key>user-info</key>
\t<array>
${entries}\t</array>
</dict>
</plist>
`;
}

function printEntry(machine: LinuxMachine, guest: FtpGuest): string {
  const pairs = {
    pid: guest.pid,
    account: guest.doing.kind === "connecting" ? "?" : guest.account.login,
    time: Math.floor((machine.nowMs() - guest.startedAtMs) / 1000),
    ...toState(machine, guest),
  };
  const lines = Object.entries(pairs).map(
    ([key, value]) => `\t\t\t<key>${key}</key>\n\t\t\t<string>${toEscaped(`${value}`)}</string>\n`,
  );
  return `\t\t<dict>\n${lines.join("")}\t\t</dict>\n`;
}

function toState(machine: LinuxMachine, { doing, address }: FtpGuest) {
  const ends = { host: address, localhost: machine.address, localport: controlPort };
  if (!isTransfer(doing)) {
    const nothing = { resume: "", current_size: "", total_size: "", percentage: "", bandwidth: "" };
    return { state: "IDLE", file: "", ...ends, ...nothing };
  }
  const { kind, fileName: file, done, bytes, sinceMs } = doing;
  const bandwidth = Math.round(done / Math.max(1, (machine.nowMs() - sinceMs) / 1000));
  const begun = { file, ...ends, resume: 0, current_size: done };
  if (kind === "upload") return { state: " UL ", ...begun, bandwidth };
  const percentage = Math.floor((done / bytes) * 100);
  return { state: " DL ", ...begun, total_size: bytes, percentage, bandwidth };
}

function toEscaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
