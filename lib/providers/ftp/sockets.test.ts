import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isControl, parseSockets } from "./sockets";

function capture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "latin1");
}

function connection(local: string, peer: string, users: string, counters = "cubic"): string {
  return `0      0      ${local} ${peer} users:(${users})\n\t ${counters}\n`;
}

it("finds the connections of each process of vsftpd, each once", () => {
  const sockets = parseSockets(capture("vsftpd-ss.txt"));
  const shown = (pid: number) =>
    sockets.get(pid)?.map(({ name, fd }) => `${name.split(" ")[0]} as ${fd}`);
  expect(shown(23727)).toEqual(["127.0.0.1:25141 as 2"]);
  expect(shown(23747)).toEqual(["127.0.0.1:25141 as 2", "127.0.0.1:31419 as 8"]);
  expect(shown(23735)).toEqual(["127.0.0.1:25141 as 2", "127.0.0.1:31979 as 5"]);
});

it("counts what the client has confirmed, and what still waits", () => {
  const control = { localPort: 25141, bytesAcked: 297, bytesWaiting: 0, bytesReceived: 61 };
  const data = { localPort: 31419, bytesAcked: 59392, bytesWaiting: 2750464, bytesReceived: 0 };
  const before = parseSockets(capture("vsftpd-ss.txt")).get(23747);
  expect(before).toMatchObject([{ ...control, lastReceivedMs: 4444 }, data]);
  const later = parseSockets(capture("vsftpd-ss-later.txt")).get(23747);
  expect(later).toMatchObject([control, { bytesAcked: 126976 }]);
});

it("finds the control connection of every session of the captures", () => {
  const files = [
    ["proftpd-ipv6-ss.txt", [25121, 25122], 8],
    ["pureftpd-ss.txt", [25131], 12],
    ["vsftpd-ss.txt", [25141], 13],
  ] as const;
  for (const [file, ports, processes] of files) {
    const all = [...parseSockets(capture(file)).values()];
    const withControl = all.filter((sockets) =>
      ports.some((controlPort) => sockets.some((socket) => isControl(socket, { controlPort }))),
    );
    expect([file, withControl.length, all.length]).toEqual([file, processes, processes]);
  }
});

it("knows the control connection of a daemon that does not say its port", () => {
  const [control, data] = parseSockets(capture("vsftpd-ss.txt")).get(23747) ?? [];
  expect(control && isControl(control, { controlPort: null })).toBe(true);
  expect(data && isControl(data, { controlPort: null })).toBe(false);
});

it.each([
  ["[::1]:21", "[::1]:40000", 21],
  ["[::ffff:192.0.2.1]:2121", "[::ffff:192.0.2.9]:40000", 2121],
  ["[fe80::1]%eth0:21", "[fe80::2]%eth0:40000", 21],
  ["192.0.2.1%eth0:21", "192.0.2.9:40000", 21],
])("reads the addresses %s and %s", (local, peer, localPort) => {
  const text = connection(local, peer, '("vsftpd",pid=7,fd=0)');
  expect(parseSockets(text).get(7)).toMatchObject([{ localPort, name: `${local} ${peer}` }]);
});

it("takes a counter that is left out for zero", () => {
  const text = connection("[::1]:21", "[::1]:40000", '("vsftpd",pid=7,fd=0)', "cubic");
  expect(parseSockets(text).get(7)).toMatchObject([
    { bytesAcked: 0, bytesReceived: 0, lastReceivedMs: 0, bytesWaiting: 0 },
  ]);
});

it("reads what grep left, its marks between the finds included", () => {
  const text = [7, 8]
    .map((pid) => connection("[::1]:21", `[::1]:4000${pid}`, `("vsftpd",pid=${pid},fd=0)`))
    .join("--\n");
  expect([...parseSockets(text).keys()]).toEqual([7, 8]);
});

it("takes no name of a program for a process", () => {
  const text = connection("[::1]:21", "[::1]:40000", '("",pid=7,fd=0",pid=99,fd=3)');
  expect(parseSockets(text).has(7)).toBe(false);
});

it("takes no long time over a process that has very many connections", () => {
  const lines = Array.from(
    { length: 20_000 },
    (_, port) => `0 0 127.0.0.1:21 127.0.0.1:${port} users:(("vsftpd",pid=7,fd=${port}))\n`,
  );
  const startedAtMs = performance.now();
  expect(parseSockets(lines.join("")).get(7)).toHaveLength(20_000);
  expect(performance.now() - startedAtMs).toBeLessThan(1000);
});
