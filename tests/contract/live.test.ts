import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { quoted } from "@/lib/sessions/reason";
import type { Session } from "@/lib/sessions/session";
import { SourceError } from "@/lib/sessions/source-error";
import {
  closeCodeOf,
  createScriptedFeed,
  type Hub,
  type HubOptions,
  refusalOf,
  startHub,
} from "@/tests/support/live-hub";
import { readLive } from "@/tests/support/live-reader";
import { panelSession } from "@/tests/support/live-sessions";
import { waitFor } from "@/tests/support/wait-for";

let hub: Hub;
afterEach(async () => {
  await hub.stop();
  expect(hub.bugs).toEqual([]);
});

async function start(options: HubOptions = {}): Promise<Hub> {
  hub = await startHub(options);
  return hub;
}

async function openReader(cookie = "admin") {
  const socket = hub.connect(cookie);
  const reader = readLive(socket);
  await once(socket, "open");
  return { socket, ...reader };
}

describe("the handshake", () => {
  it("is refused without a cookie that is signed in, from a foreign page, and elsewhere", async () => {
    await start();
    expect(await refusalOf(hub.connect(""))).toBe(401);
    expect(await refusalOf(hub.connect("removed"))).toBe(401);
    expect(await refusalOf(hub.connect("admin", { origin: "https://evil.example" }))).toBe(403);
    expect(await refusalOf(hub.connect("admin", { host: "evil.example" }))).toBe(421);
  });

  it("is refused to the 51st socket of a user, and to nobody else", async () => {
    await start();
    const first = await Promise.all(Array.from({ length: 50 }, () => openReader()));
    expect(await refusalOf(hub.connect())).toBe(429);
    await openReader("carl");
    first[0]?.socket.close();
    await waitFor(() => openReader().catch(() => undefined));
  });
});

describe("what a browser may say", () => {
  it.each([
    ["17 KiB", "x".repeat(17_408), 1009],
    ["no JSON", "{", 1007],
    ["bytes", Buffer.from('{"type":"watch","kind":null}'), 1007],
    ["another message", '{"type":"roll"}', 1008],
    ["one word too many", '{"type":"watch","kind":"ftp","server":"web01"}', 1008],
  ])("is a watch and nothing else: %s closes it", async (_, message, code) => {
    await start();
    const { socket } = await openReader();
    socket.send(message);
    expect(await closeCodeOf(socket)).toBe(code);
  });

  it("is no watch of what the operator may not see", async () => {
    const ftp = createScriptedFeed("ftp", "web01/ftp");
    await start({ sources: () => [ftp.watched] });
    const { socket, watch } = await openReader("carl");
    watch("ftp");
    expect(await closeCodeOf(socket)).toBe(1008);
    expect(ftp.watched.isWatched()).toBe(false);
  });
});

describe("a page that watches", () => {
  it("gets the roll once every source has answered, then each change by its number", async () => {
    const panel = createScriptedFeed("panel", "here/panel");
    await start({ sources: () => [panel.watched] });
    const { watch, rows, number, messages, gaps, sources } = await openReader();
    const [anna, bert] = [panelSession("1", "anna"), panelSession("2", "bert")];
    await panel.say([anna]);
    watch("panel");
    await waitFor(() => number() === 1);
    const [no] = rows().keys();
    await panel.say([{ ...anna, userAgent: "other" }, bert]);
    await waitFor(() => rows().size === 2);
    expect(rows().get(no ?? 0)?.session).toMatchObject({ user: "anna", userAgent: "other" });
    await panel.fail(new SourceError("unreachable", quoted("gone")));
    await waitFor(() => sources().get("here/panel")?.state === "stale");
    expect(rows().size).toBe(2);
    await panel.say([bert]);
    await waitFor(() => rows().size === 1);
    expect(gaps()).toBe(0);
    expect(messages.filter(({ type }) => type === "roll")).toHaveLength(1);
    expect(number()).toBe(4);
  });

  it("sees only what carries its own login, when that is all its operator may see", async () => {
    const panel = createScriptedFeed("panel", "here/panel");
    await start({ sources: () => [panel.watched] });
    const { watch, rows, number } = await openReader("carl");
    await panel.say([panelSession("1", "anna"), panelSession("2", "carl")]);
    watch("panel");
    await waitFor(() => number() !== undefined);
    expect([...rows().values()].map(({ session }) => session["user"])).toEqual(["carl"]);
  });

  it("makes its sources watched, and no others, until it watches nothing", async () => {
    const [ftp, panel] = [
      createScriptedFeed("ftp", "web01/ftp"),
      createScriptedFeed("panel", "here/panel"),
    ];
    await start({ sources: () => [ftp.watched, panel.watched] });
    const { watch, socket } = await openReader();
    const areWatched = () => [ftp.watched.isWatched(), panel.watched.isWatched()].join();
    expect(areWatched()).toBe("false,false");
    watch("panel");
    await waitFor(() => areWatched() === "false,true");
    watch("ftp");
    await waitFor(() => areWatched() === "true,false");
    watch(null);
    await waitFor(() => areWatched() === "false,false");
    watch("ftp");
    await waitFor(() => areWatched() === "true,false");
    socket.terminate();
    await waitFor(() => areWatched() === "false,false");
  });

  it("is told of sources that come and go, and nothing of one that is opened anew until it answers", async () => {
    const [one, other, anew] = ["a/panel", "b/panel", "a/panel"].map((id) =>
      createScriptedFeed("panel", id),
    );
    if (!(one && other && anew)) throw new Error("three were made");
    let sources = [one.watched];
    await start({ sources: () => sources, times: { checkMs: 20 } });
    const reader = await openReader();
    await one.say([panelSession("1", "anna", "a/panel")]);
    reader.watch("panel");
    await waitFor(() => reader.rows().size === 1);
    await other.say([panelSession("2", "bert", "b/panel")]);
    sources = [anew.watched, other.watched];
    await waitFor(() => reader.rows().size === 2);
    const before = [...reader.rows().keys()];
    await anew.say([panelSession("1", "anna", "a/panel"), panelSession("3", "carl", "a/panel")]);
    await waitFor(() => reader.rows().size === 3);
    expect([...reader.rows().keys()].slice(0, 2)).toEqual(before);
    sources = [other.watched];
    await waitFor(() => reader.rows().size === 1);
    expect([...reader.sources().keys()]).toEqual(["b/panel"]);
    expect(one.watched.isWatched()).toBe(false);
  });

  it("gets ten changes of one moment as one, and at most one message in 100 ms", async () => {
    const panel = createScriptedFeed("panel", "here/panel");
    await start({ sources: () => [panel.watched] });
    const { watch, rows, messages, number } = await openReader();
    watch("panel");
    await waitFor(() => number() !== undefined);
    const begunAtMs = performance.now();
    const sessions: Session[] = [];
    for (let count = 1; count <= 200; count += 1) {
      sessions.push(panelSession(String(count), "anna"));
      await panel.say([...sessions]);
    }
    await waitFor(() => rows().size === 200);
    const tookMs = performance.now() - begunAtMs;
    const changes = messages.filter(({ type }) => type === "changes");
    expect(changes.length).toBeLessThanOrEqual(2 + tookMs / 100);
  });

  it("is told how the tools stand at once, when it changes, and that the line is alive", async () => {
    const tool = { kind: "panel", sourceCount: 1, silentServers: [], staleServers: [] } as const;
    let count = 1;
    await start({
      countTools: async () => [{ ...tool, count }],
      times: { checkMs: 20, quietMs: 40 },
    });
    const { messages } = await openReader();
    const told = () => messages.filter(({ type }) => type === "tools");
    await waitFor(() => told().length === 1);
    await waitFor(() => messages.filter(({ type }) => type === "alive").length === 2);
    expect(told()).toHaveLength(1);
    count = 2;
    await waitFor(() => told().length === 2);
    expect(told()[1]).toEqual({ type: "tools", tools: [{ ...tool, count: 2 }] });
  });
});

describe("the end of a panel session", () => {
  it("closes its sockets at once with 4401, and no other", async () => {
    await start();
    const [own, other] = [await openReader(), await openReader("carl")];
    hub.end("admin");
    expect(await closeCodeOf(own.socket)).toBe(4401);
    expect(other.socket.readyState).toBe(other.socket.OPEN);
  });

  it("is found within a second where nobody tells of it", async () => {
    await start();
    const { socket } = await openReader();
    hub.signedIn.delete("admin");
    const begunAtMs = performance.now();
    expect(await closeCodeOf(socket)).toBe(4401);
    expect(performance.now() - begunAtMs).toBeLessThan(1500);
  });

  it("is not looked for while no socket is open", async () => {
    let questions = 0;
    const findSignedIn = async (ids: readonly string[]) => {
      questions += 1;
      return new Set(ids);
    };
    await start({ findSignedIn, times: { checkMs: 10 } });
    const { socket } = await openReader();
    await waitFor(() => questions > 2);
    socket.terminate();
    const closed = await openReader("carl");
    closed.socket.terminate();
    await waitFor(async () => {
      const before = questions;
      await pause(50);
      return before === questions;
    });
  });
});

describe("a stop", () => {
  it("tells all browsers to come back, and waits for none that does not answer", async () => {
    await start({ times: { closeMs: 100 } });
    const [polite, deaf] = [await openReader(), await openReader()];
    deaf.socket.pause();
    const closed = closeCodeOf(polite.socket);
    await hub.live.close();
    expect(await closed).toBe(1012);
  });
});
