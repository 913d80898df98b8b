import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import { hashSecret, newSecret } from "@/lib/auth/secret";
import { openStore } from "@/lib/store/open-store";
import type { Store } from "@/lib/store/store";
import { openApi } from "@/tests/support/api";
import { closeCodeOf } from "@/tests/support/live-hub";
import { readLive } from "@/tests/support/live-reader";
import { addUser } from "@/tests/support/scratch-store";
import { type RunningRollcall, startRollcall } from "@/tests/support/start-rollcall";
import { waitFor } from "@/tests/support/wait-for";

let folder: string;
let rollcall: RunningRollcall;
/** The database of the running Rollcall, as another process has it open. */
let store: Store;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-live-"));
  rollcall = await startRollcall({ env: { ROLLCALL_DATA: folder } });
  store = await openStore({
    databaseUrl: `file:${join(folder, "rollcall.db")}`,
    keyFile: join(folder, "rollcall.key"),
  });
});
afterAll(async () => {
  await store.close();
  await rollcall.stop();
  await rm(folder, { recursive: true });
});

let users = 0;

/** A new user who has signed in, and the socket of their page. */
async function openPage() {
  users += 1;
  const login = `user${users}`;
  await addUser(store, login);
  const { id: userId = "", passwordHash = "" } = (await store.users.find(login)) ?? {};
  const secret = newSecret();
  const session = { tokenHash: hashSecret(secret), userId, passwordHash, startedAt: new Date() };
  await store.panelSessions.start({
    ...session,
    address: "192.0.2.7",
    peerAddress: "192.0.2.7",
    userAgent: null,
    signedInWith: "password",
    pending: null,
  });
  const headers = { origin: rollcall.url, cookie: `rollcall=${secret}` };
  const socket = new WebSocket(`${rollcall.url.replace("http", "ws")}/live`, { headers });
  const reader = readLive(socket);
  await once(socket, "open");
  const find = async () =>
    (await store.panelSessions.listSignedIn(new Date())).find((one) => one.login === login);
  return { login, socket, find, ...reader };
}

it("tells the tools and the roll, and its traffic never counts as activity", async () => {
  const { watch, rows, messages, find, login } = await openPage();
  const before = await find();
  watch("panel");
  await waitFor(() => [...rows().values()].some(({ session }) => session["user"] === login));
  await waitFor(() => messages.some(({ type }) => type === "tools"));
  const { length } = messages;
  await waitFor(() => messages.length > length + 1);
  expect((await find())?.lastActiveAt).toEqual(before?.lastActiveAt);
  expect(before?.lastActiveAt).toBeDefined();
});

it("closes with 4401 when the session is removed, and tells the others that it is gone", async () => {
  const [removed, other] = [await openPage(), await openPage()];
  const api = await openApi(rollcall, "operator");
  other.watch("panel");
  const rowOf = () =>
    [...other.rows().values()].find(({ session }) => session["user"] === removed.login);
  const row = await waitFor(rowOf);
  expect(row.session["kind"]).toBe("panel");
  const { sessions } = await api.roll("panel");
  const ref = sessions.find(({ user }) => user === removed.login)?.ref;
  const closed = closeCodeOf(removed.socket);
  await api.post("/api/v1/sessions/panel/act", { action: "remove", refs: [ref] });
  expect(await closed).toBe(4401);
  await waitFor(() => rowOf() === undefined);
});

it("closes with 4401 when the command line disables the user", async () => {
  const { socket, login } = await openPage();
  const closed = closeCodeOf(socket);
  expect(await rollcall.command(["user", "disable", login])).toMatchObject({ exitCode: 0 });
  expect(await closed).toBe(4401);
});

it("closes with 4401 when the session is over by idleness", async () => {
  const { socket, find } = await openPage();
  const { id = "" } = (await find()) ?? {};
  const almostIdle = new Date(Date.now() - 30 * 60_000 + 1500);
  expect(await store.panelSessions.markActive(id, almostIdle)).toBe(true);
  expect(await closeCodeOf(socket)).toBe(4401);
});

it("tells browsers to come back when it is stopped, and ends within 5 s", async () => {
  const { socket } = await openPage();
  const closed = closeCodeOf(socket);
  const begunAtMs = performance.now();
  expect(await rollcall.stop()).toBe(0);
  expect(performance.now() - begunAtMs).toBeLessThan(5000);
  expect(await closed).toBe(1012);
});
