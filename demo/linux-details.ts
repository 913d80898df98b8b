import { type FtpGuest, isTransfer } from "./ftp-life";
import { account, type LinuxMachine, placeOf } from "./linux-machine";

/**
 * What `detailsPart` of a look prints, as much of it as the script asks for: the account's rights, its
 * sessions' connections, folders and files. The account has every right that a README line gives.
 */
export function printDetails(machine: LinuxMachine, script: string): string {
  if (!script.includes("may_sockets=")) return `${recordsMark}\0rollcall-records-end\0`;
  const rights = script.includes("rollcall-account") ? rightsAnswer : "";
  const { guests } = machine.life;
  const sockets = guests.map((guest) => printSockets(machine, guest)).join("");
  const records = [`l/proc/self/ns/net\t${network}`, ...guests.flatMap(toRecords)];
  const ended = records.map((record) => `${record}\0`).join("");
  return `${rights}rollcall-sockets\n${sockets}${recordsMark}${ended}\0rollcall-records-end\0`;
}

const recordsMark = "rollcall-records\n";
const network = "net:[4026531840]";
const grants = ["end", "look", "signal", "signal-group", "sockets"];

const rightsAnswer = `rollcall-account ${account.uid} ${account.name}
${grants.map((grant) => `rollcall-may ${grant}`).join("\n")}
rollcall-passwd
root:x:0:0:root:/root:/bin/bash
ftp:x:110:65534::/srv/ftp:/usr/sbin/nologin
rollcall:x:998:998::/home/rollcall:/bin/sh

rollcall-passwd-end
`;

const fileDescriptor = 9;

function toRecords(guest: FtpGuest): readonly string[] {
  const { pid, account: own, doing } = guest;
  if (doing.kind === "connecting") return toLinks(pid, "/", "/");
  const place = placeOf(guest);
  const links = toLinks(pid, place, own.home);
  if (!isTransfer(doing)) return links;
  const file = `/proc/${pid}/fd/${fileDescriptor}`;
  const size = doing.kind === "upload" ? doing.done : doing.bytes;
  return [...links, `l${file}\t${place}/${doing.fileName}`, `s${file}\t${size}`];
}

function toLinks(pid: number, cwd: string, root: string): readonly string[] {
  const process = `l/proc/${pid}`;
  return [`${process}/cwd\t${cwd}`, `${process}/root\t${root}`, `${process}/ns/net\t${network}`];
}

/** What grep leaves of `ss -Htinp`. */
function printSockets(machine: LinuxMachine, guest: FtpGuest): string {
  const { daemon, address } = machine;
  const { pid, port, doing, activeAtMs } = guest;
  const client = guest.address.includes(":") ? `[${guest.address}]` : guest.address;
  const idleMs = isTransfer(doing) ? 0 : machine.nowMs() - activeAtMs;
  const print = (local: number, peer: number, fd: number) =>
    `0 0 ${address}:${local} ${client}:${peer} users:(("${daemon}",pid=${pid},fd=${fd}))\n`;
  const control = `${print(controlPort, port, 0)}bytes_acked:2310\nbytes_received:415\nlastrcv:${idleMs}\n`;
  if (!isTransfer(doing)) return control;
  const count = doing.kind === "download" ? "bytes_acked" : "bytes_received";
  const counted = doing.done === 0 ? "" : `${count}:${doing.done}\n`;
  return `${control}${print(firstDataPort + (pid % 10_000), port + 1, 12)}${counted}lastrcv:0\n`;
}

export const controlPort = 21;
const firstDataPort = 50_000;
