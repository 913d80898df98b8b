import { expect, it } from "vitest";
import type { Known } from "@/lib/providers/ftp/remembered-details";
import { createCompletion } from "./complete-processes";
import { toFtpProcess } from "./to-ftp-process";
import { parseVsftpdProcesses } from "./vsftpd-processes";
import { toServer } from "./vsftpd-sessions";

const home = "/srv/anna";
const long = "n".repeat(60);

it("keeps the name the client gave where the title was not cut", () => {
  const name = (words: string, file: string) =>
    complete(`vsftpd: 192.0.2.7/anna: ${words}`, { file })?.fileName;
  expect(name("RETR current", "current-2024.bin")).toBe("current");
  expect(name("RETR a.bin", "a.bin (deleted)")).toBe("a.bin");
  expect(name("RETR up/??.bin", "é.bin")).toBe("up/é.bin");
  expect(name(`RETR ${long}`, `${long}-whole.bin`)).toBe(`${long}-whole.bin`);
  expect(name("STOU", "STOU.1")).toBe("STOU.1");
});

it("counts of an upload what came now, not what was there before or what TLS adds", () => {
  const bytes = (words: string, position: number, received: number) =>
    complete(`vsftpd: 192.0.2.7/anna: ${words}`, { file: "a", position, received })?.transfer;
  expect(bytes("APPE a", 900_000, 100_000)).toEqual({ bytes: 100_000, size: null });
  expect(bytes("STOR a", 100_000, 103_000)).toEqual({ bytes: 100_000, size: null });
});

it("says without a title no more than the connections show", () => {
  const untitled = "/usr/sbin/vsftpd";
  const found = [
    complete(untitled, { file: "a", received: 5000 }),
    complete(untitled, { file: "a", acked: 5000 }),
    complete(untitled, { acked: 5000 }),
    complete(untitled, {}),
  ];
  expect(found.map((process) => process?.status)).toEqual([
    "uploading",
    "downloading",
    "listing",
    "idle",
  ]);
  expect(found.map((process) => process?.remoteAddress)).toEqual(found.map(() => "2001:db8::7"));
  expect(complete(untitled, undefined)).toMatchObject({ status: "working", remoteAddress: null });
});

interface Seen {
  readonly file?: string;
  readonly position?: number;
  readonly received?: number;
  readonly acked?: number;
}

function complete(title: string, seen: Seen | undefined) {
  const text = `/proc/21/stat:21 (vsftpd) S 20 20${" 0".repeat(16)} 7 0\n/proc/21/cmdline:${title}\n`;
  const [session] = toServer([
    ...parseVsftpdProcesses(`/proc/20/stat:20 (vsftpd) S 1 20${" 0".repeat(16)} 7 0\n${text}`),
  ]).sessions;
  if (!session) throw new Error("no session");
  const process = toFtpProcess(session, 0);
  return createCompletion()([{ process, known: toKnown(seen) }])[0]?.process;
}

function toKnown(seen: Seen | undefined): Known {
  const nothing = { isControlMissing: false, isClientGone: false };
  if (!seen) {
    const none = { root: undefined, details: undefined, control: undefined, data: undefined };
    return { ...none, ...nothing };
  }
  const { file, position = 0, received = 0, acked = 0 } = seen;
  const socket = { localPort: 21, name: "[2001:db8::1]:21 [2001:db8::7]:5000", lastReceivedMs: 0 };
  const counts = { bytesAcked: acked, bytesReceived: received, bytesWaiting: 0 };
  const files = file ? [{ fd: 5, path: `${home}/${file}`, size: 1_000_000, position }] : [];
  return {
    root: home,
    details: { cwd: home, root: home, files },
    control: { ...socket, ...counts, fd: 0 },
    data: received + acked > 0 ? { ...socket, ...counts, localPort: 4000, fd: 8 } : undefined,
    ...nothing,
  };
}
