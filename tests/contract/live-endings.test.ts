import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { hashSecret, newSecret } from "@/lib/auth/secret";
import {
  closeCodeOf,
  createScriptedFeed,
  type Hub,
  refusalOf,
  startHub,
} from "@/tests/support/live-hub";
import { readLive } from "@/tests/support/live-reader";
import { panelSession } from "@/tests/support/live-sessions";
import { addUser, openScratchStore } from "@/tests/support/scratch-store";
import { waitFor } from "@/tests/support/wait-for";

const admin = {
  name: "admin",
  address: null,
  sees: "everything",
  mayAct: true,
  panelSessionId: "admin",
} as const;
const fromNowhere = {
  address: "192.0.2.7",
  peerAddress: "192.0.2.7",
  userAgent: null,
  signedInWith: "password",
  pending: null,
} as const;

let hub: Hub;
afterEach(async () => {
  await hub.stop();
  expect(hub.bugs).toEqual([]);
});

/** The server's ends of the sockets, by cookie. */
function collectLines() {
  const lines = new Map<string, Socket>();
  return {
    note: ({ headers, socket }: IncomingMessage) => lines.set(headers.cookie ?? "", socket),
    of(cookie: string): Socket {
      const line = lines.get(cookie);
      if (!line) throw new Error(`${cookie} did not come`);
      return line;
    },
  };
}

it("has sent its last byte to a removed session when the removal resolves, 200 times under a flood", async () => {
  const { store, remove: removeStore } = await openScratchStore();
  const lines = collectLines();
  let count = 0;
  hub = await startHub({
    async recognise(request) {
      lines.note(request);
      const secret = request.headers.cookie ?? "";
      const session = await store.panelSessions.findSignedIn(hashSecret(secret), new Date());
      if (!session) return undefined;
      return { ...admin, name: session.login, panelSessionId: session.id };
    },
    // What is told at once must do without the question that comes later.
    findSignedIn: async (ids) => new Set(ids),
    onSessionsEnded: store.onSessionsEnded,
    async countTools() {
      count += 1;
      return [{ kind: "panel", count, sourceCount: 1, silentServers: [], staleServers: [] }];
    },
    times: { checkMs: 1 },
  });
  const logins = ["anna", "bert", "carl", "dora"];
  for (const login of logins) await addUser(store, login);
  const people = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const user = await store.users.find(logins[index % 4] ?? "");
      const { id: userId = "", passwordHash = "" } = user ?? {};
      const [secret, startedAt] = [newSecret(), new Date()];
      const session = { tokenHash: hashSecret(secret), userId, passwordHash, startedAt };
      await store.panelSessions.start({ ...session, ...fromNowhere });
      const socket = hub.connect(secret);
      const reader = readLive(socket);
      await once(socket, "open");
      return { secret, closed: closeCodeOf(socket), ...reader };
    }),
  );
  await waitFor(() => people.every(({ messages }) => messages.length > 2));

  const last = new Map<string, number>();
  for (const { secret } of people) {
    const line = lines.of(secret);
    const before = line.bytesWritten;
    while (line.bytesWritten === before) await nextTurn();
    const session = await store.panelSessions.findSignedIn(hashSecret(secret), new Date());
    if (!session) throw new Error("it was signed in");
    const isRemoved = await store.panelSessions.remove({ ...session, by: "admin" }, new Date());
    last.set(secret, line.bytesWritten);
    expect(isRemoved).toBe(true);
  }
  const codes = await Promise.all(people.map(({ closed }) => closed));
  expect(new Set(codes)).toEqual(new Set([4401]));
  for (const { secret } of people) expect(lines.of(secret).bytesWritten).toBe(last.get(secret));
  await removeStore();
});

it("drops what a removed session has left unread, and heeds nothing more of it", async () => {
  const panel = createScriptedFeed("panel", "here/panel");
  const lines = collectLines();
  hub = await startHub({
    sources: () => [panel.watched],
    async recognise(request) {
      lines.note(request);
      return admin;
    },
  });
  const socket = hub.connect();
  const { watch, messages } = readLive(socket);
  await once(socket, "open");
  const line = lines.of("admin");
  watch("panel");
  socket.pause();
  let round = 0;
  await waitFor(async () => {
    round += 1;
    const userAgent = "x".repeat(2000) + round;
    await panel.say(
      Array.from({ length: 5000 }, (_, id) => ({ ...panelSession(String(id), "anna"), userAgent })),
    );
    return line.writableLength > 0;
  });
  hub.end("admin");
  expect(line.destroyed).toBe(true);
  expect(panel.watched.isWatched()).toBe(false);
  socket.resume();
  expect(await closeCodeOf(socket)).toBe(1006);
  expect(messages.every(({ type }) => type !== "changes")).toBe(true);
});

it("keeps out whose session ends while it is looked up", async () => {
  const [asked, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  hub = await startHub({
    async recognise() {
      asked.resolve();
      await answered.promise;
      return admin;
    },
  });
  const refusal = refusalOf(hub.connect());
  await asked.promise;
  hub.end("admin");
  answered.resolve();
  expect(await refusal).toBe(401);
});
