import { WebSocket } from "ws";
import { liveCloseCodes } from "@/lib/sessions/live-line";
import type { Operator } from "@/lib/sessions/operator";
import { type CatchUp, openCatchUp } from "./catch-up";
import type { Feed } from "./feed";
import type { LiveTimes } from "./live-times";

export interface LiveOperator extends Operator {
  readonly panelSessionId: string;
}

/** One browser: what it watches, and how far it has been told. */
export interface LiveSocket {
  readonly operator: LiveOperator;
  /** From its roll on; undefined for nothing. */
  watch(feed: Feed | undefined): void;
  /** The frame that says how the tools stand, told once and when it is another one. */
  showTools(frame: Buffer): void;
  /** Says what its reader does not know yet, once what was said before is read. */
  tell(): void;
  /** Now and then: says that the line is alive, and closes it when its reader is too slow. */
  check(): void;
  /** Asks for a sign of life; ends it when the last one did not come. */
  ping(): void;
  close(code: number): void;
  /** Closes it so that nothing reaches its reader from now on, not even what waits to be read. */
  cut(code: number): void;
}

interface SocketSettings {
  readonly times: LiveTimes;
  /** Calls back when others had their turn. */
  readonly later: (run: () => void) => void;
  readonly reportBug: (error: unknown) => void;
}

const asText = { binary: false } as const;
const alive = Buffer.from(JSON.stringify({ type: "alive" }));

/** Who has more than this to read gets the latest when it is read, never a backlog. */
const mostUnreadBytes = 65_536;
/** One message may be large, but not for long. */
const mostBehindBytes = 4 * 1024 * 1024;

export function openLiveSocket(
  socket: WebSocket,
  operator: LiveOperator,
  { times, later, reportBug }: SocketSettings,
): LiveSocket {
  let watching: CatchUp | undefined;
  let tools: Buffer | undefined;
  // A thousand are told at once: what was said is noted here, and its time at the next look.
  let hasSaid = true;
  let saidAtMs = 0;
  let readAtMs = 0;
  const hasRead = () => socket.bufferedAmount <= mostUnreadBytes;
  const say = (frame: Buffer) => {
    socket.send(frame, asText);
    hasSaid = true;
  };
  const tell = () => {
    if (socket.readyState !== WebSocket.OPEN || !hasRead()) return;
    if (tools) say(tools);
    tools = undefined;
    watching?.tell();
  };
  const isTooSlow = (nowMs: number) => {
    if (hasRead()) readAtMs = nowMs;
    const rollMs = nowMs - (watching?.rollBegunAtMs() ?? nowMs);
    const isTooFarBehind = socket.bufferedAmount > mostBehindBytes;
    return isTooFarBehind || nowMs - readAtMs > times.behindMs || rollMs > times.rollMs;
  };
  const settings = { say, onMore: () => later(tell), reportBug };
  return {
    operator,
    watch(feed) {
      watching = feed && openCatchUp(feed, settings);
      tell();
    },
    showTools(frame) {
      tools = frame;
      tell();
    },
    tell,
    check() {
      if (socket.readyState !== WebSocket.OPEN) return;
      const nowMs = performance.now();
      if (hasSaid) {
        saidAtMs = nowMs;
        readAtMs = nowMs;
        hasSaid = false;
      }
      if (isTooSlow(nowMs)) socket.close(liveCloseCodes.tooSlow);
      else if (nowMs - saidAtMs >= times.quietMs && hasRead()) say(alive);
    },
    ping: createPing(socket),
    close: (code) => socket.close(code),
    cut(code) {
      if (socket.bufferedAmount > 0) socket.terminate();
      else socket.close(code);
    },
  };
}

function createPing(socket: WebSocket): () => void {
  let hasAnswered = true;
  socket.on("pong", () => {
    hasAnswered = true;
  });
  return () => {
    if (!hasAnswered) return socket.terminate();
    hasAnswered = false;
    socket.ping();
  };
}
