import { describe, expect, it } from "vitest";
import { joinLogins, type Seen } from "./join-logins";
import type { LogindSession } from "./parse-logind";
import type { Process } from "./parse-processes";
import type { UtmpLogin } from "./parse-utmp";

const pts0 = { name: "pts/0", device: 34_816, usedAtSeconds: 1_795_486_811 };
const nowhere = 0;

function process(pid: number, parent: number, terminal = nowhere): Process {
  return { pid, parent, terminal, sessionLeader: pid, startTicks: pid * 10 };
}

function session(id: string, leader: number): LogindSession {
  return {
    id,
    leader,
    user: "anna",
    uid: 1000,
    terminal: "",
    display: "",
    remoteHost: "203.0.113.7",
    isOfPerson: true,
    state: "active",
    idleSinceMs: null,
    loggedInAtMs: 0,
  };
}

function record(pid: number, line = "pts/0"): UtmpLogin {
  return { pid, line, user: "anna", host: "", address: null, loggedInAtMs: 50_000 };
}

/** sshd 20 with its monitor 30, the part of the user 31 and the shell 32; Rollcall asks as 90. */
function see(parts: Partial<Seen>): Seen {
  const all = [
    process(1, 0),
    process(20, 1),
    process(30, 20),
    process(31, 30),
    process(32, 31, pts0.device),
    process(90, 1),
  ];
  return {
    sessions: undefined,
    records: [],
    processes: new Map(all.map((each) => [each.pid, each])),
    terminals: [pts0],
    owners: new Map(all.map(({ pid }) => [pid, pid === 32 ? 1000 : 0])),
    managed: new Set(),
    self: 90,
    bootMs: 0,
    ...parts,
  };
}

describe("a record of utmp", () => {
  it("is the shell on its terminal, whichever process sshd wrote down", () => {
    for (const pid of [30, 31, 32]) {
      const [login, ...more] = joinLogins(see({ records: [record(pid)] }));
      expect(login).toMatchObject({ pid: 32, uid: 1000, startTicks: 320, terminal: "pts/0" });
      expect(more).toEqual([]);
    }
  });

  it.each([
    ["whose process has ended", record(77)],
    ["whose pid belongs to somebody else by now", record(90)],
    ["of the first process of all", record(1)],
    ["of a pid that is none", record(-1)],
    ["whose process started after it", { ...record(90, ":0"), loggedInAtMs: 1_000 }],
  ])("%s is nobody", (_why, stale) => {
    expect(joinLogins(see({ records: [stale] }))).toEqual([]);
  });

  it("of a display is the process that was there when it was written", () => {
    expect(joinLogins(see({ records: [record(90, ":0")] }))).toMatchObject([
      { pid: 90, terminal: ":0", lastUsedAtMs: null },
    ]);
  });
});

it("of 10,000 people at once none is lost and none is invented", () => {
  const shells = Array.from({ length: 10_000 }, (_, index) =>
    process(100 + index, 20, 50_000 + index),
  );
  const processes = new Map([process(20, 1), ...shells].map((each) => [each.pid, each]));
  const terminals = shells.map(({ terminal }, index) => ({
    name: `pts/${index}`,
    device: terminal,
    usedAtSeconds: 0,
  }));
  const records = shells.map(({ pid }, index) => record(pid, `pts/${index}`));
  const owners = new Map(shells.map(({ pid }) => [pid, 1000]));
  const logins = joinLogins(see({ processes, terminals, records, owners }));
  expect(logins.map(({ pid }) => pid)).toEqual(shells.map(({ pid }) => pid));
});

describe("a session of logind", () => {
  it("has the terminal that its sshd opened, and appears once although utmp has it too", () => {
    const seen = see({ sessions: [session("c1", 30)], records: [record(32)] });
    expect(joinLogins(seen)).toMatchObject([
      { logindId: "c1", pid: 30, uid: 1000, terminal: "pts/0", lastUsedAtMs: 1_795_486_811_000 },
    ]);
  });

  it("whose leader is gone is nobody signed in", () => {
    expect(joinLogins(see({ sessions: [session("4", 0), session("5", 77)] }))).toEqual([]);
  });

  it("is not shown where it is the connection that Rollcall asks through", () => {
    expect(joinLogins(see({ sessions: [session("4", 90)] }))).toEqual([]);
  });

  it("hides no login that logind does not know, and no terminal window counts as one", () => {
    const seen = see({ sessions: [], records: [record(32)] });
    expect(joinLogins(seen)).toMatchObject([{ logindId: null, pid: 32 }]);
    expect(joinLogins({ ...seen, managed: new Set([32]) })).toEqual([]);
  });
});
