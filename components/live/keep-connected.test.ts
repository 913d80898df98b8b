import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { aliveEveryMs, liveCloseCodes } from "@/lib/sessions/live-line";
import { keepConnected, nextRetryMs, type SocketEvents } from "./keep-connected";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start() {
  const sockets: (SocketEvents & { readonly said: string[]; isClosed: boolean })[] = [];
  const told: string[] = [];
  const connection = keepConnected({
    connect(events) {
      const socket = { ...events, said: [], isClosed: false };
      sockets.push(socket);
      return {
        send: (text) => sockets.find((one) => one === socket)?.said.push(text),
        close() {
          socket.isClosed = true;
        },
      };
    },
    onUp: () => told.push("up"),
    onDown: () => told.push("down"),
    onText: (text) => told.push(text),
    onSightChanged: () => told.push("sight changed"),
    onSignedOut: () => told.push("signed out"),
    random: () => 0.999,
  });
  connection.open();
  return { sockets, told, connection, latest: () => sockets.at(-1) };
}

describe("the wait before another try", () => {
  it("is anything up to a most that doubles from half a second to half a minute", () => {
    const mosts = [0, 1, 2, 5, 6, 7, 2000].map((attempts) => nextRetryMs(attempts, 1));
    expect(mosts).toEqual([500, 1000, 2000, 16_000, 30_000, 30_000, 30_000]);
    expect(nextRetryMs(7, 0)).toBe(0);
  });
});

describe("a connection", () => {
  it("comes back where what anybody may see has changed, which is told first", () => {
    const { sockets, told, latest } = start();
    latest()?.onOpen();
    latest()?.onClose(liveCloseCodes.sightChanged);
    vi.advanceTimersByTime(500);
    expect(sockets).toHaveLength(2);
    expect(told).toEqual(["up", "sight changed", "down"]);
  });

  it("is opened again when it is lost, later each time, until one is up", () => {
    const { sockets, told, latest } = start();
    for (const waitMs of [500, 1000, 2000]) {
      latest()?.onClose(1006);
      vi.advanceTimersByTime(waitMs * 0.9);
      const before = sockets.length;
      vi.advanceTimersByTime(waitMs * 0.1);
      expect(sockets.length).toBe(before + 1);
    }
    latest()?.onOpen();
    latest()?.onClose(1012);
    vi.advanceTimersByTime(500);
    expect(sockets).toHaveLength(5);
    expect(told).toEqual(["down", "down", "down", "up", "down"]);
  });

  it("is lost when nothing is heard, although nobody closed it", () => {
    const { sockets, told, latest } = start();
    latest()?.onOpen();
    for (let word = 0; word < 5; word += 1) {
      vi.advanceTimersByTime(2 * aliveEveryMs - 1);
      latest()?.onText("alive");
    }
    expect(sockets).toHaveLength(1);
    vi.advanceTimersByTime(2 * aliveEveryMs);
    expect(told.at(-1)).toBe("down");
    expect(sockets[0]?.isClosed).toBe(true);
    vi.advanceTimersByTime(500);
    expect(sockets).toHaveLength(2);
  });

  it("is not opened again when the panel session has ended", () => {
    const { sockets, told, latest } = start();
    latest()?.onOpen();
    latest()?.onClose(liveCloseCodes.signedOut);
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
    expect(told).toEqual(["up", "signed out"]);
  });

  it("hears nothing of a socket that was given up", () => {
    const { sockets, told, latest } = start();
    latest()?.onClose(1006);
    vi.advanceTimersByTime(500);
    sockets[0]?.onOpen();
    sockets[0]?.onText("late");
    sockets[0]?.onClose(1006);
    vi.advanceTimersByTime(400);
    expect(told).toEqual(["down"]);
    expect(sockets).toHaveLength(2);
  });

  it("says nothing while it is down, and tries no more once it is closed", () => {
    const { sockets, connection, latest } = start();
    connection.say("too early");
    latest()?.onOpen();
    connection.say("heard");
    latest()?.onClose(1006);
    connection.say("too late");
    connection.close();
    vi.advanceTimersByTime(60_000);
    expect(sockets.map(({ said }) => said)).toEqual([["heard"]]);
  });
});
