import { toSeen } from "@/lib/sessions/conceal";
import { oneAtATime } from "@/lib/sessions/one-at-a-time";
import type { Operator } from "@/lib/sessions/operator";
import type { SourceAnswer } from "@/lib/sessions/roll";
import type { SessionKind } from "@/lib/sessions/session";
import { canAsk } from "@/lib/sessions/sight";
import type { ToolState } from "@/lib/sessions/tool-state";
import type { WatchedSource } from "@/lib/sessions/watched-source";
import { type Feed, openFeed } from "./feed";
import type { LiveSocket } from "./live-socket";

/** All who may see the same, and what is made for them together. */
export interface Audience {
  /** Shows it how the tools stand. */
  join(socket: LiveSocket): void;
  leave(socket: LiveSocket): void;
  isEmpty(): boolean;
  /** From now on it is told this kind only; false, and nothing else, when they may not see it. */
  watch(socket: LiveSocket, kind: SessionKind | null): boolean;
  /** Once a second: what comes and goes by itself. */
  check(): void;
}

export interface AudienceSettings {
  readonly sources: () => readonly WatchedSource[];
  readonly countTools: (operator: Operator) => Promise<readonly ToolState[]>;
  readonly nextNo: () => number;
  readonly reportBug: (error: unknown) => void;
}

interface Watched {
  readonly feed: Feed;
  readonly sockets: Set<LiveSocket>;
}

/** `operator` is any one of them. */
export function openAudience(
  operator: Operator,
  { sources, countTools, nextNo, reportBug }: AudienceSettings,
): Audience {
  const sockets = new Set<LiveSocket>();
  const watched = new Map<SessionKind, Watched>();
  let tools = "";
  let toolsFrame: Buffer | undefined;

  const count = oneAtATime(async () => {
    const text = JSON.stringify({ type: "tools", tools: await countTools(operator) });
    if (text === tools) return;
    tools = text;
    toolsFrame = Buffer.from(text);
    for (const socket of sockets) socket.showTools(toolsFrame);
  }, reportBug);

  const open = (kind: SessionKind): Watched => {
    const readers = new Set<LiveSocket>();
    const onNews = () => {
      for (const socket of readers) socket.tell();
    };
    const seen = (answer: SourceAnswer) => toSeen(answer, operator);
    const opened = {
      feed: openFeed({ kind, sources, toSeen: seen, nextNo, onNews }),
      sockets: readers,
    };
    watched.set(kind, opened);
    return opened;
  };

  const leaveFeeds = (socket: LiveSocket) => {
    for (const [kind, { feed, sockets: readers }] of watched) {
      if (!readers.delete(socket) || readers.size > 0) continue;
      feed.close();
      watched.delete(kind);
    }
  };

  return {
    join(socket) {
      sockets.add(socket);
      if (toolsFrame) socket.showTools(toolsFrame);
      else count();
    },
    leave(socket) {
      sockets.delete(socket);
      leaveFeeds(socket);
    },
    isEmpty: () => sockets.size === 0,
    watch(socket, kind) {
      if (kind !== null && !canAsk(operator, kind)) return false;
      const next = kind === null ? undefined : (watched.get(kind) ?? open(kind));
      if (!next?.sockets.has(socket)) leaveFeeds(socket);
      next?.sockets.add(socket);
      socket.watch(next?.feed);
      return true;
    },
    check() {
      count();
      for (const { feed } of watched.values()) feed.follow();
    },
  };
}
