import { type FtpGuest, isTransfer } from "./ftp-life";
import { controlPort } from "./linux-details";
import type { LinuxMachine } from "./linux-machine";

const recordBytes = 624;

/** The scoreboard as ProFTPD 1.3.8 writes it on a 64-bit machine (include/scoreboard.h). */
export function writeScoreboard({ daemonPid, life }: LinuxMachine): Buffer {
  const header = Buffer.from("efbeadde000000000300040100000000".padEnd(64, "0"), "hex");
  header.writeInt32LE(daemonPid, 16);
  return Buffer.concat([header, ...life.guests.map(toRecord)]);
}

function toRecord(guest: FtpGuest): Buffer {
  const { pid, account, address, folder, doing, startedAtMs, activeAtMs } = guest;
  const record = Buffer.alloc(recordBytes);
  const text = (at: number, words: string) => record.write(words, at, "utf8");
  const number = (at: number, value: number) => record.writeBigInt64LE(BigInt(value), at);
  const isLoggedIn = doing.kind !== "connecting";
  record.writeInt32LE(pid, 0);
  record.writeInt32LE(controlPort, 44);
  text(12, isLoggedIn ? account.login : "(none)");
  text(128, account.domain ?? "dl.example.net");
  text(160, address);
  text(206, address);
  text(318, guest.isEncrypted ? "ftps" : "ftp");
  number(584, toSeconds(startedAtMs));
  if (!isLoggedIn) return record;
  text(350, folder);
  text(430, commandOf(guest));
  number(576, toSeconds(activeAtMs));
  if (!isTransfer(doing)) return record;
  text(495, doing.fileName);
  number(592, doing.kind === "download" ? doing.bytes : 0);
  number(600, doing.kind === "download" ? doing.done : 0);
  number(608, doing.done);
  return record;
}

function commandOf({ doing: { kind } }: FtpGuest): string {
  switch (kind) {
    case "upload":
      return "STOR";
    case "download":
      return "RETR";
    case "listing":
      return "MLSD";
    case "connecting":
    case "idle":
      return "idle";
  }
}

function toSeconds(atMs: number): number {
  return Math.floor(atMs / 1000);
}
