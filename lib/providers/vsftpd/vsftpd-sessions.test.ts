import { expect, it } from "vitest";
import { parseVsftpdProcesses } from "./vsftpd-processes";
import { toServer } from "./vsftpd-sessions";

type Row = readonly [pid: number, parent: number, group: number, title?: string, uid?: number];

const untitled = "/usr/sbin/vsftpd";

it("shows a session by the process that knows the most of it", () => {
  const { daemons, sessions } = look([
    [10, 1, 10, "vsftpd: LISTENER"],
    [20, 10, 20, "vsftpd: 192.0.2.7: connected"],
    [21, 20, 20, "vsftpd: 192.0.2.7/anna: IDLE"],
    [22, 20, 20, "vsftpd: 192.0.2.7: SSL handler"],
  ]);
  expect(daemons.map(({ pid }) => pid)).toEqual([10]);
  expect(sessions).toHaveLength(1);
  expect(sessions[0]).toMatchObject({ worker: { pid: 21 }, parent: { pid: 20 } });
  expect(sessions[0]?.processes).toHaveLength(3);
});

it("keeps what is left of a session together when its parent is gone", () => {
  const { sessions } = look([
    [21, 1, 20, "vsftpd: 192.0.2.7/anna: RETR a.bin"],
    [22, 1, 20, "vsftpd: 192.0.2.7: SSL handler"],
    [31, 1, 30, "vsftpd: 192.0.2.8/bruno: RETR b.bin"],
  ]);
  expect(sessions.map(({ worker }) => worker.pid)).toEqual([21, 31]);
  expect(sessions.every(({ isLeftAlone }) => isLeftAlone)).toBe(true);
});

it("tells daemon and sessions apart without titles", () => {
  const { daemons, sessions } = look([
    [10, 1, 10, untitled],
    [20, 10, 20, untitled],
    [21, 20, 20, untitled],
    [30, 10, 30, untitled],
    [31, 30, 30, untitled],
    [32, 30, 30, untitled],
    [41, 1, 40, untitled],
  ]);
  expect(daemons.map(({ pid }) => pid)).toEqual([10]);
  expect(sessions.map(({ worker }) => worker.pid)).toEqual([21, 32, 41]);
});

it("takes a daemon without titles or sessions for no session", () => {
  for (const daemon of [
    [10, 1, 10, untitled],
    [10, 5, 4, untitled, 0],
  ] as const) {
    expect(look([daemon])).toMatchObject({ daemons: [{ pid: 10 }], sessions: [] });
  }
});

it("needs no daemon to list the sessions that inetd started", () => {
  const { daemons, sessions } = look([
    [20, 5, 20, "vsftpd: 192.0.2.7: connected"],
    [21, 20, 20, "vsftpd: 192.0.2.7/anna: IDLE"],
    [30, 5, 30, untitled],
    [31, 30, 30, untitled],
  ]);
  expect(daemons).toEqual([]);
  expect(sessions.map(({ worker }) => worker.pid)).toEqual([21, 31]);
  expect(sessions.some(({ isLeftAlone }) => isLeftAlone)).toBe(false);
});

it("lists a process in each state even when its title says nothing known", () => {
  const { sessions } = look([
    [10, 1, 10, "vsftpd: LISTENER"],
    [20, 10, 20, "vsftpd: something new"],
  ]);
  expect(sessions.map(({ worker }) => worker.pid)).toEqual([20]);
});

it("does not count what any account could have started", () => {
  const fakes: readonly Row[] = [
    [10, 1, 10, "vsftpd: LISTENER", 1000],
    [20, 10, 20, "vsftpd: 192.0.2.7: connected", 1000],
    [21, 20, 20, "vsftpd: 192.0.2.7/root: IDLE", 1000],
    [30, 1, 30, "vsftpd: 192.0.2.8/root: IDLE", 1000],
    [40, 1, 40, untitled, 1000],
  ];
  const nobody = { daemons: [], sessions: [] };
  expect(look(fakes)).toEqual(nobody);
  expect(look(fakes, null)).toEqual(nobody);
  // As a part of a session that is left alone, only its binary could tell.
  const left: readonly Row[] = [[51, 1, 50, "vsftpd: 192.0.2.9/root: RETR a", 1000]];
  expect(look(left, null)).toEqual(nobody);
  expect(look(left, "1000")).toEqual(nobody);
  expect(look(left, "other")).toEqual(nobody);
  expect(look(left).sessions).toHaveLength(1);
});

it("counts by the accounts where the binaries may not be seen, also when the daemon is gone", () => {
  const session: readonly Row[] = [
    [20, 1, 20, "vsftpd: 192.0.2.7: connected", 65_534],
    [21, 20, 20, "vsftpd: 192.0.2.7/anna: IDLE", 1000],
    [30, 1, 30, untitled, 65_534],
    [31, 30, 30, untitled, 1000],
  ];
  expect(look(session, null).sessions.map(({ worker }) => worker.pid)).toEqual([21, 31]);
  const oneProcess: Row = [40, 10, 40, "vsftpd: 192.0.2.7/ftp: IDLE", 104];
  const daemon: Row = [10, 1, 10, "vsftpd: LISTENER", 0];
  expect(look([daemon, oneProcess], null).sessions).toHaveLength(1);
});

/** `owner`: of the binary, as root sees it; null for who may not see. */
function look(rows: readonly Row[], owner: string | null = "0") {
  const lines = rows.flatMap(([pid, parent, group, title, uid = pid === group ? 0 : 1000]) => [
    `/proc/${pid}/stat:${pid} (vsftpd) S ${parent} ${group}${" 0".repeat(16)} ${pid * 10} 0`,
    `/proc/${pid}/status:Uid:\t${uid}\t${uid}\t${uid}\t${uid}`,
    ...(owner === null ? [] : [`rollcall-binary ${owner} /proc/${pid}/exe`]),
    `/proc/${pid}/cmdline:${title}`,
  ]);
  return toServer(parseVsftpdProcesses(`${lines.join("\n")}\n`));
}
