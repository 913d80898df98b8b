import { once } from "node:events";
import { WebSocket } from "ws";
import { waitFor } from "@/tests/support/wait-for";

/** Many browsers that watch, and count what comes. */
export interface Crowd {
  /** Counts anew, from this number on; without one from the number that each holds. */
  begin(number?: number): void;
  /** What has come when all have got the same, or when some have not within 10 s. */
  settle(): Promise<Counted>;
  close(): void;
}

export interface Counted {
  /** Changes that were delivered, to all together. */
  readonly messages: number;
  readonly bytes: number;
  /** The changes as one of them got them. */
  readonly frames: readonly string[];
  /** The number that the first of the changes begins with. */
  readonly from: number;
  /** The number that all hold who have missed nothing; 0 before their roll. */
  readonly number: number;
  /** How many have missed changes, or got other bytes than the first. */
  readonly incomplete: number;
}

type Reached = Omit<Counted, "frames" | "from">;

const atOnce = 50;
const settleMs = 10_000;

/** One browser a cookie. */
export async function openCrowd(url: string, cookies: readonly string[]): Promise<Crowd> {
  const readers: Reader[] = [];
  for (let from = 0; from < cookies.length; from += atOnce) {
    const opened = cookies.slice(from, from + atOnce).map((cookie) => openReader(url, cookie));
    readers.push(...(await Promise.all(opened)));
  }
  let from = 0;
  const frames: string[] = [];
  readers[0]?.socket.on("message", (frame: Buffer) => {
    if (toStep(frame)) frames.push(frame.toString());
  });
  return {
    begin(number) {
      frames.length = 0;
      from = number ?? countAll(readers).number;
      for (const reader of readers) {
        Object.assign(reader, { messages: 0, bytes: 0, gaps: 0, held: number ?? reader.held });
      }
    },
    async settle() {
      const untilMs = performance.now() + settleMs;
      const isDone = ({ number, incomplete }: Reached) => number > 0 && incomplete === 0;
      await waitFor(() => isDone(countAll(readers)) || performance.now() > untilMs, 2 * settleMs);
      return { ...countAll(readers), from, frames: [...frames] };
    },
    close() {
      for (const { socket } of readers) socket.terminate();
    },
  };
}

interface Reader {
  readonly socket: WebSocket;
  messages: number;
  bytes: number;
  gaps: number;
  held: number;
}

function countAll(readers: readonly Reader[]): Reached {
  const number = Math.max(...readers.map(({ held }) => held));
  const isIncomplete = ({ gaps, held, bytes }: Reader) =>
    gaps > 0 || held !== number || bytes !== readers[0]?.bytes;
  return {
    messages: readers.reduce((sum, { messages }) => sum + messages, 0),
    bytes: readers.reduce((sum, { bytes }) => sum + bytes, 0),
    number,
    incomplete: readers.filter(isIncomplete).length,
  };
}

/** A page that watches. */
export async function openLivePage(url: string, cookie: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/live`, {
    headers: { cookie, origin: url },
    perMessageDeflate: false,
  });
  await once(socket, "open");
  socket.send(JSON.stringify({ type: "watch", kind: "ftp" }));
  return socket;
}

async function openReader(url: string, cookie: string): Promise<Reader> {
  const socket = await openLivePage(url, cookie);
  const reader = { socket, messages: 0, bytes: 0, gaps: 0, held: 0 };
  socket.on("message", (frame: Buffer) => take(reader, frame));
  return reader;
}

function take(reader: Reader, frame: Buffer): void {
  const step = toStep(frame);
  if (!step) {
    reader.held = toRollNumber(frame) ?? reader.held;
    return;
  }
  if (step.from !== reader.held) reader.gaps += 1;
  reader.held = step.to;
  reader.messages += 1;
  reader.bytes += frame.length;
}

/** Undefined where these are no changes. Only the head is read, for a thousand browsers that parse have no time left. */
function toStep(frame: Buffer) {
  const found = /^{"type":"changes".*?"from":(\d+),"to":(\d+)/.exec(headOf(frame));
  return found ? { from: Number(found[1]), to: Number(found[2]) } : undefined;
}

/** Undefined unless a roll stands with this frame. */
function toRollNumber(frame: Buffer): number | undefined {
  const found = /^{"type":"roll".*?"number":(\d+),"left":0/.exec(headOf(frame));
  return found ? Number(found[1]) : undefined;
}

function headOf(frame: Buffer): string {
  return frame.toString("latin1", 0, 120);
}
