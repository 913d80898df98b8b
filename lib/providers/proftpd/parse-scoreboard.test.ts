import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseScoreboard } from "./parse-scoreboard";
import { toFtpProcess } from "./to-ftp-process";

const nowMs = 1_795_458_958_565;
const clock = { bootMs: 0, nowMs };
const read = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const captures = ["mix", "two-samples", "two-samples-later", "inetd", "vhosts-ipv6", "empty"];

function processesOf(file: Uint8Array) {
  const entries = parseScoreboard(file, nowMs)?.entries ?? [];
  return entries.map((entry) => toFtpProcess({ pid: entry.pid, startTicks: 1, entry }, clock));
}

interface Told {
  readonly state: string;
  readonly user: string | null;
  readonly client: string;
  readonly server_port: number;
  readonly expect: { readonly status: string; readonly cwd?: string; readonly file?: string };
}

/** What the client said it did, in the words of a session. */
function toExpected(told: Told) {
  const { status, cwd = null, file } = told.expect;
  const isFinished = told.state === "dl-abspath";
  const isTransfer = !isFinished && (status === "downloading" || status === "uploading");
  const login = told.user === "anonymous" ? "ftp" : told.user;
  // ProFTPD takes the quotes off a word, and keeps 31 bytes of a login.
  const fileName = isTransfer && file ? file.replaceAll('"', "") : null;
  return JSON.stringify([
    status === "connected" ? null : login?.slice(0, 31),
    isFinished ? "idle" : status.replace(/^connected$/, "connecting"),
    cwd,
    fileName,
    told.client,
    told.server_port,
  ]);
}

it.each(["mix", "two-samples", "inetd", "vhosts-ipv6"])(
  "reads of %s what each of its clients did, and nobody else",
  (name) => {
    const lines = read(`${name}-sessions.jsonl`).toString().trim().split("\n");
    const told: readonly Told[] = lines.map((line) => JSON.parse(line)).filter((one) => one.state);
    const seen = processesOf(read(`${name}.scoreboard`)).map((one) =>
      JSON.stringify([
        one.user,
        one.status,
        one.clientLocation,
        one.fileName,
        one.remoteAddress,
        one.controlPort,
      ]),
    );
    expect(seen.sort()).toEqual(told.map(toExpected).sort());
  },
);

it("reads the daemon's pid, and none under inetd", () => {
  expect(parseScoreboard(read("mix.scoreboard"), nowMs)?.daemonPid).toBe(7518);
  expect(parseScoreboard(read("inetd.scoreboard"), nowMs)?.daemonPid).toBe(0);
  expect(parseScoreboard(read("empty.scoreboard"), nowMs)?.entries).toEqual([]);
});

const mix = new Map(processesOf(read("mix.scoreboard")).map((one) => [one.pid, one]));

it("tells the virtual host, protocol and times, and how the title of the process begins", () => {
  expect(mix.get(7725)).toMatchObject({
    user: "alpha_admin",
    virtualHost: "gamma.example",
    protocol: "ftp",
    startedAt: new Date(1_795_458_905_000),
    idleSeconds: 53,
    userBytes: Buffer.from("proftpd: alpha_admin - "),
  });
  expect(mix.get(7713)).toMatchObject({ protocol: "ftps", command: "RETR", idleSeconds: null });
  expect(mix.get(7720)?.userBytes).toEqual(Buffer.from("proftpd: a_user_name_that_is_much_longer"));
  expect(mix.get(7675)).toMatchObject({ user: null, userBytes: new Uint8Array() });
  expect(mix.get(7724)).toMatchObject({ user: "(none)", status: "idle", clientLocation: "/" });
});

it("shows of a transfer only what ProFTPD counts of this one", () => {
  expect(mix.get(7685)?.transfer).toEqual({ bytes: 540_672, size: 16_777_216 });
  expect(mix.get(7694)?.transfer).toEqual({ bytes: null, size: 17_108_864 });
  expect(mix.get(7697)?.transfer).toEqual({ bytes: 556_005, size: null });
  expect(mix.get(7695)?.transfer).toEqual({ bytes: null, size: null });
  // Its second download, by sendfile, with the 3 MB of the first one.
  expect(mix.get(7681)?.transfer).toEqual({ bytes: null, size: 67_108_864 });
  expect(mix.get(7680)?.transfer).toBeNull();
});

it("cuts a name of a virtual host that ends within a letter before that letter", () => {
  const file = read("empty.scoreboard");
  const record = Buffer.from(read("mix.scoreboard").subarray(32, 32 + 624));
  record.write(`${"x".repeat(30)}é`, 128, 31);
  expect(processesOf(Buffer.concat([file, record]))[0]?.virtualHost).toBe("x".repeat(30));
});

it("keeps bytes that are not UTF-8, controls and quotes in their own field", () => {
  const file = read("empty.scoreboard");
  const record = Buffer.from(read("mix.scoreboard").subarray(32, 32 + 624));
  const odd = Buffer.concat([Buffer.from('"a|b\n\u001f\u001b[1m\t'), Buffer.from([0xe9])]);
  odd.copy(record, 350);
  expect(processesOf(Buffer.concat([file, record]))[0]?.clientLocation).toBe(
    '"a|b\n\u001f\u001b[1m\té',
  );
});

it("reads the same, knowing what it read before", () => {
  const files = ["two-samples", "two-samples-later", "mix", "empty", "inetd", "two-samples"];
  let before: ReturnType<typeof parseScoreboard>;
  for (const name of files) {
    const found = parseScoreboard(read(`${name}.scoreboard`), nowMs, before);
    expect(found).toEqual(parseScoreboard(read(`${name}.scoreboard`), nowMs));
    before = found;
  }
});

it("takes no other format for a scoreboard", () => {
  const file = read("mix.scoreboard");
  const swapped = Buffer.from(file);
  swapped.subarray(0, 8).reverse();
  const older = Buffer.from(file);
  older[8] = 2;
  for (const other of [swapped, older, file.subarray(0, -1), Buffer.alloc(0), Buffer.from("no")]) {
    expect(parseScoreboard(other, nowMs)).toBeUndefined();
  }
});

it("invents nobody, wherever a file is cut", () => {
  for (const name of captures) {
    const file = read(`${name}.scoreboard`);
    const pids = new Set(processesOf(file).map(({ pid }) => pid));
    for (let length = 0; length < file.length; length += 13) {
      const found = processesOf(file.subarray(0, length)).map(({ pid }) => pid);
      expect(found.filter((pid) => !pids.has(pid))).toEqual([]);
    }
  }
});

it("invents no more than the one record that a flipped byte is in", () => {
  for (const name of captures) {
    const file = read(`${name}.scoreboard`);
    const before = new Set(processesOf(file).map((one) => JSON.stringify(one)));
    for (let at = 0; at < file.length; at += 101) {
      const flipped = Buffer.from(file);
      flipped[at] = (flipped[at] ?? 0) ^ 0x55;
      const found = processesOf(flipped).filter((one) => !before.has(JSON.stringify(one)));
      expect(found.length, `${name} at ${at}`).toBeLessThanOrEqual(1);
    }
  }
});
