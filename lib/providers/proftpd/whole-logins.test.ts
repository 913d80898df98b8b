import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import type { SessionSource } from "@/lib/sessions/session-source";
import { createLocalTransport } from "@/lib/transports/local";
import { describeWith } from "@/tests/support/describe-with";
import { isConnected } from "@/tests/support/held-transfers";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { waitFor } from "@/tests/support/wait-for";
import { ofLogin } from "./entry";
import { proftpdProvider } from "./provider";
import { createWholeLogins, findLogin } from "./whole-logins";

const cut = "webmaster@a-rather-long-domain.";
const entry = { user: cut, clientName: "192.0.2.1", ...ofLogin(cut, "latin1") };
const unknown = {
  pid: 7,
  slot: 0,
  beganMs: 1,
  remoteAddress: null,
  port: null,
  virtualHost: null,
  protocol: null,
  location: null,
  command: null,
  argument: null,
  idleSinceMs: null,
  bytes: null,
  size: null,
};
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

it.each([
  ["idle", "example", "IDLE"],
  ["anonymous", "example", "anonymous/a@b: IDLE"],
  ["at a file that looks like a title", "example", "RETR x - 192.0.2.1: IDLE"],
  ["called so", "ex - ample: y", "IDLE"],
])("takes the login whole from the title of one who is %s", (_, rest, doing) => {
  const found = findLogin(entry, `proftpd: ${cut}${rest} - 192.0.2.1: ${doing}`);
  expect(found.user).toBe(`${cut}${rest}`);
  expect(text(found.titleStart)).toBe(`proftpd: ${cut}${rest} - `);
});

it("reads a login of UTF-8 from the bytes of the title", () => {
  const name = "é".repeat(15);
  const long = { ...entry, user: name, ...ofLogin(name, "utf8") };
  const title = Buffer.from(`proftpd: ${name}ü - 192.0.2.1: IDLE`).toString("latin1");
  expect(findLogin(long, title).user).toBe(`${name}ü`);
});

it.each([
  ["there is none", undefined],
  ["it is cut, too", `proftpd: ${cut}exam`],
  ["it is of somebody else", "proftpd: anna - 192.0.2.1: IDLE"],
  ["it names another client", `proftpd: ${cut}example - 192.0.2.2: IDLE`],
])("marks a login as cut where the title cannot tell, for %s", (_, title) => {
  const found = findLogin(entry, title);
  expect(found.user).toBe(`${cut}…`);
  expect(text(found.titleStart)).toBe(`proftpd: ${cut}`);
});

it.each(["192.0.2.1:4711: PASS (hidden)", "::1:4711: PASS (hidden)", "(authenticating) - x: IDLE"])(
  "waits with the name of a session whose title still says %s",
  (said) => expect(findLogin(entry, `proftpd: ${said}`).user).toBeNull(),
);

it("keeps the name that a session was first shown with, and asks for it once", async () => {
  let asked = 0;
  const run = async () => {
    const titles = asked === 0 ? "" : `/proc/7/cmdline:proftpd: ${cut}example - 192.0.2.1: IDLE\0`;
    asked += 1;
    return { stdout: Buffer.from(titles), stderr: Buffer.from(""), exitCode: 0 };
  };
  const withWholeLogins = createWholeLogins({ run, close: async () => {} });
  const usersAt = async (startTicks: number) => {
    const live = [{ pid: 7, startTicks, entry: { ...unknown, ...entry } }];
    const shown = await withWholeLogins(live, AbortSignal.timeout(1000));
    return shown.map((one) => one.entry?.user);
  };
  expect(await usersAt(100)).toEqual([`${cut}…`]);
  expect(await usersAt(100)).toEqual([`${cut}…`]);
  expect(asked).toBe(1);
  expect(await usersAt(200)).toEqual([`${cut}example`]);
  expect(await usersAt(200)).toEqual([`${cut}example`]);
  expect(asked).toBe(2);
});

describeWith("proftpd", "logins of which the scoreboard has the same half", () => {
  const transport = createLocalTransport();
  const first = "webmaster@a-rather-long-domain.example-a1";
  const second = "webmaster@a-rather-long-domain.example-a2";
  const short = "webmaster@domain-of-28-bytes";
  let daemon: RealProftpd;
  let source: SessionSource;

  beforeEach(async () => {
    daemon = await startRealProftpd([first, second, short], { ownUids: true });
    source = proftpdProvider.open("a/proftpd", { scoreboard: daemon.scoreboard }, transport);
  });
  afterEach(() => daemon.stop());
  afterAll(() => transport.close());

  const list = () => source.list(AbortSignal.timeout(10_000));
  const users = async () => (await list()).map(({ user }) => user);

  it("are told apart from the first look on, at every look, and newcomers too", async () => {
    await daemon.logIn(first);
    await daemon.logIn(second);
    expect(await users()).toEqual([first, second]);
    expect(await users()).toEqual([first, second]);
    await daemon.logIn(short);
    await daemon.logIn(second);
    expect(await users()).toEqual([first, second, short, second]);
  });

  it("are removed one without the other", async () => {
    const stays = await daemon.logIn(first);
    const leaves = await daemon.logIn(second);
    const refs = (await list()).flatMap(({ user, ref }) => (user === second ? [ref] : []));
    const asked = await source.act(refs, "remove", AbortSignal.timeout(10_000));
    expect(asked).toEqual([{ status: "asked" }]);
    await waitFor(() => leaves.closed);
    expect(await isConnected(stays)).toBe(true);
    expect(await users()).toEqual([first]);
  });
});
