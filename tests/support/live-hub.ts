import { once } from "node:events";
import { createServer } from "node:http";
import { WebSocket } from "ws";
import { z } from "zod";
import { openUpgradeDoor } from "@/lib/door/open-upgrade-door";
import type { LiveOperator } from "@/lib/live/live-socket";
import { type LiveTimes, usualTimes } from "@/lib/live/live-times";
import { type LivePorts, openLive } from "@/lib/live/open-live";
import type { Session } from "@/lib/sessions/session";
import { type WatchedSource, watchSource } from "@/lib/sessions/watched-source";
import { toSight } from "@/tests/support/sights";

/** A source that says what it is told to, when it is told to. */
export interface ScriptedFeed {
  readonly watched: WatchedSource;
  /** Answers once with these. */
  say(sessions: readonly Session[]): Promise<void>;
  fail(error: Error): Promise<void>;
}

export function createScriptedFeed(
  kind: Session["kind"],
  id: string,
  now: () => Date = () => new Date(),
): ScriptedFeed {
  let list: () => Promise<readonly Session[]> = async () => [];
  const source = { id, list: () => list(), act: () => Promise.reject(new Error("not asked")) };
  const label = { id, server: id.split("/", 1).join(), provider: "scripted", kind };
  const reportBug = (error: unknown) => {
    throw error;
  };
  const watched = watchSource(label, source, { timeoutMs: 5000, now, reportBug });
  return {
    watched,
    async say(sessions) {
      list = async () => sessions;
      await watched.look();
    },
    async fail(error) {
      list = () => Promise.reject(error);
      await watched.look();
    },
  };
}

/** Who signs in with which cookie; ends when taken out. */
type SignedIn = Map<string, Pick<LiveOperator, "name" | "sees">>;

export interface HubOptions extends Partial<LivePorts> {
  readonly times?: Partial<LiveTimes>;
}

/** The real hub behind the real door, on a real server. `admin` and `carl` are signed in. */
export async function startHub({ times, ...ports }: HubOptions = {}) {
  const signedIn: SignedIn = new Map([
    ["admin", { name: "admin", sees: "everything" }],
    ["carl", { name: "carl", sees: toSight(["carl"]) }],
  ]);
  const bugs: unknown[] = [];
  const listeners: ((ended: readonly { readonly id: string }[]) => void)[] = [];
  const sightListeners: (() => void)[] = [];
  const reportBug = (error: unknown) => bugs.push(error);
  const live = openLive(
    {
      async recognise({ headers }) {
        const id = headers.cookie ?? "";
        const operator = signedIn.get(id);
        return operator && { ...operator, mayAct: true, address: null, panelSessionId: id };
      },
      findSignedIn: async (ids) => new Set(ids.filter((id) => signedIn.has(id))),
      onSessionsEnded: (listener) => listeners.push(listener),
      onSightsChanged: (listener) => sightListeners.push(listener),
      sources: () => [],
      countTools: async () => [],
      reportBug,
      ...ports,
    },
    { ...usualTimes, ...times },
  );
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.int() }).parse(server.address());
  const publicUrl = new URL(`http://127.0.0.1:${port}`);
  server.on("upgrade", openUpgradeDoor({ publicUrl, admitToLive: live.admit, reportBug }));
  return {
    url: publicUrl.origin,
    signedIn,
    bugs,
    live,
    /** As the store does when this process has ended a session. */
    end(id: string) {
      signedIn.delete(id);
      for (const tell of listeners) tell([{ id }]);
    },
    /** As when what anybody may see has changed. */
    changeSights() {
      for (const tell of sightListeners) tell();
    },
    connect: (cookie = "admin", headers = {}) =>
      new WebSocket(`${publicUrl.origin.replace("http", "ws")}/live`, {
        headers: { cookie, origin: publicUrl.origin, ...headers },
      }),
    async stop() {
      await live.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

export type Hub = Awaited<ReturnType<typeof startHub>>;

/** The status with which the handshake was refused. */
export async function refusalOf(socket: WebSocket): Promise<number> {
  const refused = Promise.withResolvers<number>();
  socket.on("unexpected-response", (request, { statusCode = 0 }) => {
    refused.resolve(statusCode);
    request.destroy();
  });
  socket.on("open", () => refused.reject(new Error("it was let in")));
  socket.on("error", () => undefined);
  return refused.promise;
}

/** The code with which it was closed. */
export async function closeCodeOf(socket: WebSocket): Promise<number> {
  const closed = Promise.withResolvers<number>();
  socket.on("close", (code) => closed.resolve(code));
  socket.on("error", () => undefined);
  return closed.promise;
}
