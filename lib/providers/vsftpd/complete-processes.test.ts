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
  expect(name("RETR /??t??/up/../??.bin", "étå/é.bin")).toBe("/??t??/up/../é.bin");
  expect(name("RETR ??t??/??.bin", "étå/é.bin")).toBe("étå/é.bin");
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

it("tells without a title who has not logged in yet, by the accounts of the processes", () => {
  const status = (uids: Uids, seen?: Seen) => complete("/usr/sbin/vsftpd", seen, uids)?.status;
  expect(status([0, 65_534], {})).toBe("connecting");
  expect(status([0, 65_534])).toBe("connecting");
  expect(status([65_534, 1000], {})).toBe("idle");
  expect(status([65_534, 65_534], {})).toBe("idle");
  // The parent stays root's where it keeps a record of the login (session_support).
  expect(status([0, 1000], {})).toBe("idle");
});

type Uids = readonly [parent: number, worker: number];

interface Seen {
  readonly file?: string;
  readonly position?: number;
  readonly received?: number;
  readonly acked?: number;
}

function complete(title: string, seen: Seen | undefined, [parentUid, uid]: Uids = [65_534, 1000]) {
  const lines = [
    `/proc/10/stat:10 (vsftpd) S 1 10${" 0".repeat(16)} 7 0`,
    "/proc/10/status:Uid:\t0\t0\t0\t0",
    `/proc/20/stat:20 (vsftpd) S 10 20${" 0".repeat(16)} 7 0`,
    `/proc/20/status:Uid:\t${parentUid}\t${parentUid}\t${parentUid}\t${parentUid}`,
    `/proc/21/stat:21 (vsftpd) S 20 20${" 0".repeat(16)} 7 0`,
    `/proc/21/status:Uid:\t${uid}\t${uid}\t${uid}\t${uid}`,
    `/proc/21/cmdline:${title}`,
    "",
  ];
  const [session] = toServer(parseVsftpdProcesses(lines.join("\n"))).sessions;
  if (!session) throw new Error("no session");
  const process = toFtpProcess(session, 0);
  return createCompletion()([{ process, known: toKnown(seen) }])[0]?.process;
}

function toKnown(seen: Seen | undefined): Known {
  const nothing = { isControlMissing: false, isClientGone: false, countedAtMs: 0 };
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
