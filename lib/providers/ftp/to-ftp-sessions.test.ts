import { expect, it } from "vitest";
import { annasProcess, controlSocket, dataSocket, noDetails } from "@/tests/support/ftp-process";
import type { Details } from "./details-part";
import type { FtpProcess } from "./ftp-process";
import { createDetailsMemory } from "./remembered-details";
import { toFtpSessions } from "./to-ftp-sessions";
import { createTransferSpeeds } from "./transfer-speeds";

const nowMs = 1_090_500;

type Memory = ReturnType<typeof createDetailsMemory>;

function learn(memory: Memory, details: Details, processes: readonly FtpProcess[]) {
  memory.learn({ depth: "rights", details, processes, nowMs, tookMs: 0 });
}

function toSession(change: Partial<FtpProcess>, details: Partial<Details> = {}) {
  const process = { ...annasProcess, ...change };
  const memory = createDetailsMemory();
  learn(memory, { ...noDetails, ...details }, [process]);
  const context = { sourceId: "a/ftp", nowMs, memory, speedsOf: createTransferSpeeds() };
  const [session] = toFtpSessions([process], context);
  if (!session) throw new Error("the session is missing");
  return session;
}

function inFolder(cwd: string, root: string): Partial<Details> {
  return { processes: new Map([[7, { cwd, root, files: [] }]]) };
}

const homesOf = (homes: Readonly<Record<string, string>>) => ({
  rights: {
    account: "root",
    isRoot: true,
    may: new Set<never>(),
    homes: new Map(Object.entries(homes)),
  },
});

const download = { status: "downloading", command: "RETR", fileName: "a.bin" } as const;
const sockets = new Map([[7, [controlSocket, dataSocket]]]);

it("names a session by its process and the start of that", () => {
  expect(toSession({})).toMatchObject({
    kind: "ftp",
    ref: { sourceId: "a/ftp", id: "7", user: "anna", start: "5678", name: null },
    pid: 7,
    connectedSeconds: 90,
    type: null,
    domain: null,
  });
});

it("writes an IPv4 client as such, and leaves IPv6 as it is", () => {
  const addressOf = (remoteAddress: string | null) => toSession({ remoteAddress }).remoteAddress;
  expect(addressOf("::ffff:192.0.2.9")).toBe("192.0.2.9");
  expect(addressOf("2001:db8::ffff:1")).toBe("2001:db8::ffff:1");
  expect(addressOf(null)).toBeNull();
});

it("shows the real folder, and the same as the client sees it", () => {
  expect(toSession({}, inFolder("/home/anna/up", "/home/anna"))).toMatchObject({
    location: "/home/anna/up",
    clientLocation: "/up",
    home: "/home/anna",
  });
  expect(toSession({}, inFolder("/home/anna", "/home/anna"))).toMatchObject({
    location: "/home/anna",
    clientLocation: "/",
  });
});

it("shows the folder that the client sees where the real one may not be known", () => {
  const { rights } = homesOf({});
  const plain = { rights: { ...rights, isRoot: false } };
  const expected = { location: "/up", clientLocation: "/up", home: null };
  expect(toSession({ clientLocation: "/up" }, plain)).toMatchObject(expected);
});

it("shows no folder as the real one while that is still to be asked for", () => {
  const expected = { location: null, clientLocation: "/up", home: null };
  expect(toSession({ clientLocation: "/up" }, homesOf({}))).toMatchObject(expected);
});

it("puts a session that moved since into its chroot", () => {
  const memory = createDetailsMemory();
  learn(memory, { ...noDetails, ...inFolder("/home/anna", "/home/anna") }, [annasProcess]);
  const context = { sourceId: "a/ftp", nowMs, memory, speedsOf: createTransferSpeeds() };
  const locationAt = (clientLocation: string) =>
    toFtpSessions([{ ...annasProcess, clientLocation }], context)[0]?.location;
  expect(locationAt("/up")).toBe("/home/anna/up");
});

it("believes the system's home directory only of who is in it", () => {
  const homes = homesOf({ anna: "/home/anna" });
  const homeIn = (cwd: string, root = "/") =>
    toSession({}, { ...homes, ...inFolder(cwd, root) }).home;
  expect(homeIn("/home/anna/up")).toBe("/home/anna");
  expect(homeIn("/home/annabel")).toBeNull();
  expect(homeIn("/srv/www/up", "/srv/www")).toBe("/srv/www");
  expect(toSession({}, homes).home).toBeNull();
});

it("says nothing of the folders of who is not logged in", () => {
  const nobody = { user: null, clientLocation: null, status: "connecting" } as const;
  expect(toSession(nobody, inFolder("/", "/"))).toMatchObject({ location: null, home: null });
});

it("counts what the client has confirmed of a download, not what the daemon handed over", () => {
  const transfer = { bytes: 900_000, size: 4000 };
  expect(toSession({ ...download, transfer }, { sockets })).toMatchObject({
    bytesTransferred: 1000,
    progressPercent: 25,
  });
  expect(toSession({ ...download, transfer: { bytes: 2000, size: 4000 } })).toMatchObject({
    bytesTransferred: 2000,
    progressPercent: 50,
  });
});

it("counts an upload as its daemon does, else what the kernel received, and knows no progress", () => {
  const upload = { ...download, status: "uploading" } as const;
  const bytes = { ...upload, transfer: { bytes: 70, size: null } };
  expect(toSession(bytes, { sockets })).toMatchObject({ bytesTransferred: 70 });
  const uncounted = { ...upload, transfer: { bytes: null, size: null } };
  expect(toSession(uncounted, { sockets })).toMatchObject({
    bytesTransferred: 500,
    progressPercent: null,
  });
  expect(toSession(uncounted)).toMatchObject({ bytesTransferred: null, bytesPerSecond: null });
});

it("never shows more than the whole file, nor a part of nothing", () => {
  const progressOf = (size: number) =>
    toSession({ ...download, transfer: { bytes: null, size } }, { sockets }).progressPercent;
  expect(progressOf(999)).toBe(100);
  expect(progressOf(0)).toBeNull();
});

it("knows by the connection how long an idle client has been silent", () => {
  expect(toSession({}, { sockets }).idleSeconds).toBe(4);
  expect(toSession({ idleSeconds: 77 }, { sockets }).idleSeconds).toBe(77);
  expect(toSession({}).idleSeconds).toBeNull();
  expect(toSession(download, { sockets }).idleSeconds).toBeNull();
});

it("tells the speed from one look to the next", () => {
  const memory = createDetailsMemory();
  const speedsOf = createTransferSpeeds();
  const look = (bytes: number, atMs: number) => {
    const process = { ...annasProcess, ...download, transfer: { bytes, size: 9000 } };
    learn(memory, noDetails, [process]);
    return toFtpSessions([process], { sourceId: "a/ftp", nowMs: atMs, memory, speedsOf })[0];
  };
  expect(look(1000, nowMs)?.bytesPerSecond).toBeNull();
  expect(look(3000, nowMs + 1000)?.bytesPerSecond).toBe(2000);
});
