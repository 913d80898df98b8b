import { expect, it } from "vitest";
import { annasProcess, controlSocket, dataSocket, noDetails } from "@/tests/support/ftp-process";
import type { Depth, Details } from "./details-part";
import type { FtpProcess } from "./ftp-process";
import { createDetailsMemory } from "./remembered-details";

const rights = {
  account: "rollcall",
  isRoot: false,
  may: new Set(["sockets"] as const),
  homes: new Map([["anna", "/home/anna"]]),
};

const inDepth: Details = {
  processes: new Map([[7, { cwd: "/home/anna", root: "/home/anna", files: [] }]]),
  sockets: new Map([[7, [controlSocket, dataSocket]]]),
  rights,
};

function createMemory() {
  const clock = { nowMs: 1000 };
  return { clock, memory: createDetailsMemory(() => clock.nowMs) };
}

type Memory = ReturnType<typeof createDetailsMemory>;

function learn(
  memory: Memory,
  depth: Depth,
  details: Details,
  processes: readonly FtpProcess[],
  tookMs = 0,
) {
  memory.learn({ depth, details, processes, nowMs: 0, tookMs });
}

it("asks for all it can know first, for details every two seconds, for rights every ten minutes", () => {
  const { clock, memory } = createMemory();
  expect(memory.question()).toEqual({ depth: "rights", rights: { may: new Set() } });
  learn(memory, "rights", inDepth, [annasProcess]);
  expect(memory.question()).toEqual({ depth: "none", rights });
  clock.nowMs += 1999;
  expect(memory.question().depth).toBe("none");
  clock.nowMs += 1;
  expect(memory.question().depth).toBe("details");
  learn(memory, "details", inDepth, [annasProcess]);
  expect(memory.question().depth).toBe("none");
  clock.nowMs += 600_000;
  expect(memory.question().depth).toBe("rights");
});

it("asks no refusing sudo at every look where the daemon does not answer", () => {
  const { clock, memory } = createMemory();
  expect(memory.question().depth).toBe("rights");
  clock.nowMs += 14_999;
  expect(memory.question().depth).toBe("details");
  clock.nowMs += 1;
  expect(memory.question().depth).toBe("rights");
});

it("asks sooner when somebody came or does something else", () => {
  for (const change of [{ pid: 8 }, { command: "RETR" }, { user: "bruno" }]) {
    const { clock, memory } = createMemory();
    learn(memory, memory.question().depth, inDepth, [annasProcess]);
    learn(memory, "none", noDetails, [annasProcess]);
    clock.nowMs += 600;
    expect(memory.question().depth).toBe("none");
    learn(memory, "none", noDetails, [annasProcess, { ...annasProcess, ...change }]);
    expect(memory.question().depth).toBe("details");
  }
});

it("asks a slow server seldom enough for a tenth of its time", () => {
  const { clock, memory } = createMemory();
  learn(memory, memory.question().depth, inDepth, [annasProcess], 5000);
  clock.nowMs += 2_000;
  learn(memory, memory.question().depth, inDepth, [annasProcess], 400);
  clock.nowMs += 3_999;
  expect(memory.question().depth).toBe("none");
  clock.nowMs += 1;
  expect(memory.question().depth).toBe("details");
});

it("keeps the details of a session between two looks in depth", () => {
  const { memory } = createMemory();
  learn(memory, "rights", inDepth, [annasProcess]);
  learn(memory, "none", noDetails, [annasProcess]);
  expect(memory.of(annasProcess)).toMatchObject({
    root: "/home/anna",
    details: { cwd: "/home/anna" },
    control: controlSocket,
    data: dataSocket,
    isClientGone: false,
  });
});

it("takes the connections of all processes of a session for its own", () => {
  const { memory } = createMemory();
  const sockets = new Map([
    [6, [controlSocket]],
    [8, [dataSocket]],
  ]);
  learn(memory, "details", { ...inDepth, sockets }, [{ ...annasProcess, pids: [6, 7, 8] }]);
  expect(memory.of(annasProcess)).toMatchObject({ control: controlSocket, data: dataSocket });
});

it("forgets files and connections when the session does something else, but not its chroot", () => {
  const { memory } = createMemory();
  learn(memory, "details", inDepth, [annasProcess]);
  const moved = { ...annasProcess, clientLocation: "/up" };
  expect(memory.of(moved)).toMatchObject({ root: "/home/anna", details: undefined });
  expect(memory.of(moved).data).toBeUndefined();
});

it("knows nothing of somebody else who has the same process number", () => {
  const { memory } = createMemory();
  learn(memory, "details", inDepth, [annasProcess]);
  for (const other of [{ startTicks: 9999 }, { user: "bruno" }, { user: null }]) {
    expect(memory.of({ ...annasProcess, ...other }).root).toBeUndefined();
  }
});

it("believes that a client has gone when its connection is missing the second time", () => {
  const { memory } = createMemory();
  const gone = { ...inDepth, sockets: new Map([[7, [dataSocket]]]) };
  learn(memory, "details", inDepth, [annasProcess]);
  learn(memory, "details", gone, [annasProcess]);
  expect(memory.of(annasProcess).isClientGone).toBe(false);
  learn(memory, "none", noDetails, [annasProcess]);
  expect(memory.of(annasProcess).isClientGone).toBe(false);
  learn(memory, "details", gone, [annasProcess]);
  expect(memory.of(annasProcess).isClientGone).toBe(true);
  learn(memory, "details", inDepth, [annasProcess]);
  expect(memory.of(annasProcess).isClientGone).toBe(false);
});

it("never calls a client gone whose connections it may not see", () => {
  const { memory } = createMemory();
  for (let look = 0; look < 3; look += 1) learn(memory, "details", noDetails, [annasProcess]);
  expect(memory.of(annasProcess).isClientGone).toBe(false);
  expect(memory.seen()).toMatchObject({ hasSockets: false, hasDetails: false });
});

it("never calls a client gone whose connection is in another network, as that of a container", () => {
  const { memory } = createMemory();
  const details = { cwd: "/", root: "/", files: [], isInOtherNetwork: true } as const;
  const elsewhere = { ...inDepth, processes: new Map([[7, details]]), sockets: new Map() };
  for (let look = 0; look < 3; look += 1) learn(memory, "details", elsewhere, [annasProcess]);
  expect(memory.of(annasProcess).isClientGone).toBe(false);
});
