import type { Changes, LiveMessage, RollPart, Watch } from "@/lib/sessions/live-message";
import type { SessionKind } from "@/lib/sessions/session";
import type { ToolState } from "@/lib/sessions/tool-state";
import { type Connection, type ConnectionSettings, keepConnected } from "./keep-connected";

/** A page that is open, and keeps up with what the line says. */
interface Watcher {
  onRoll(part: RollPart): void;
  /** False where a change was missed: the roll is asked for again. */
  onChanges(changes: Changes): boolean;
}

/** `connecting` only until the line was up for the first time, or was not to be had. */
export type LineState = "connecting" | "live" | "lost";

export interface LineSettings
  extends Pick<ConnectionSettings, "connect" | "onSightChanged" | "onSignedOut" | "random"> {
  readonly onState: (state: LineState) => void;
  readonly onTools: (tools: readonly ToolState[]) => void;
}

export interface LiveLine extends Pick<Connection, "open" | "close"> {
  /** Until what it returns is called. One page is watched at a time: the latest. */
  watch(kind: SessionKind, watcher: Watcher): () => void;
  /** While the page is not seen, nothing is watched. */
  setSeen(isSeen: boolean): void;
}

interface WatchedPage {
  readonly kind: SessionKind;
  readonly watcher: Watcher;
  /** Until it stands, changes belong to what was known before. */
  isAwaitingRoll: boolean;
}

/** What the pages watch, said and heard over one connection. */
export function createLine({ onState, onTools, ...socket }: LineSettings): LiveLine {
  let page: WatchedPage | undefined;
  let isSeen = true;

  const ask = () => {
    if (page) page.isAwaitingRoll = true;
    const watch: Watch = { type: "watch", kind: (isSeen && page?.kind) || null };
    connection.say(JSON.stringify(watch));
  };
  const connection = keepConnected({
    ...socket,
    onUp() {
      onState("live");
      ask();
    },
    onDown: () => onState("lost"),
    onText(text) {
      // Said by the Rollcall that has served this page, so its shape is known.
      const message: LiveMessage = JSON.parse(text);
      if (message.type === "tools") onTools(message.tools);
      else if (message.type !== "alive" && page?.kind === message.kind) {
        if (!hear(page, message)) ask();
      }
    },
  });

  return {
    open: connection.open,
    close: connection.close,
    watch(kind, watcher) {
      const watched = { kind, watcher, isAwaitingRoll: true };
      page = watched;
      ask();
      return () => {
        if (page !== watched) return;
        page = undefined;
        ask();
      };
    },
    setSeen(isSeenNow) {
      if (isSeen === isSeenNow) return;
      isSeen = isSeenNow;
      ask();
    },
  };
}

/** False where a change was missed. */
function hear(page: WatchedPage, message: RollPart | Changes): boolean {
  if (message.type === "roll") {
    page.watcher.onRoll(message);
    if (message.left === 0) page.isAwaitingRoll = false;
    return true;
  }
  return page.isAwaitingRoll || page.watcher.onChanges(message);
}
