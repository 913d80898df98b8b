import { EventEmitter, once } from "node:events";
import type { Readable } from "node:stream";

/** The standard input of a program on the host. */
export interface HostInput {
  /** Without its line end; null where there is no more. */
  readLine(): Promise<string | null>;
  /** All that is left, once it has ended. */
  readAll(): Promise<string>;
  /** Resolves when the caller has closed the channel. */
  whenClosed(): Promise<void>;
}

/** Reads from a channel as it arrives. */
export function readInput(channel: Readable, decode: (bytes: Buffer) => string): HostInput {
  const news = new EventEmitter();
  let received = Buffer.alloc(0);
  let isOver = false;
  let isClosed = false;
  channel.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    news.emit("more");
  });
  channel.on("end", () => {
    isOver = true;
    news.emit("more");
  });
  channel.on("close", () => {
    isOver = true;
    isClosed = true;
    news.emit("more");
  });

  const take = (bytes: number) => {
    const taken = received.subarray(0, bytes);
    received = received.subarray(bytes);
    return decode(taken);
  };
  return {
    async readLine() {
      while (!received.includes("\n") && !isOver) await once(news, "more");
      if (received.length === 0) return null;
      const end = received.indexOf("\n");
      return take(end < 0 ? received.length : end + 1).replace(/\r?\n$/, "");
    },
    async readAll() {
      while (!isOver) await once(news, "more");
      return take(received.length);
    },
    async whenClosed() {
      while (!isClosed) await once(news, "more");
    },
  };
}

/** The input of a program to which none is left. */
export function withoutInput(input: HostInput): HostInput {
  return { ...input, readLine: async () => null, readAll: async () => "" };
}
