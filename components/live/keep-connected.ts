import { aliveEveryMs, liveCloseCodes } from "@/lib/sessions/live-line";

export interface Socket {
  send(text: string): void;
  close(): void;
}

export interface SocketEvents {
  readonly onOpen: () => void;
  readonly onText: (text: string) => void;
  readonly onClose: (code: number) => void;
}

export interface ConnectionSettings {
  readonly connect: (events: SocketEvents) => Socket;
  readonly onUp: () => void;
  readonly onText: (text: string) => void;
  readonly onDown: () => void;
  /** What anybody may see has changed; it comes back as ever. */
  readonly onSightChanged: () => void;
  /** The panel session has ended: there is nothing to come back to. */
  readonly onSignedOut: () => void;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export interface Connection {
  open(): void;
  /** Nothing is said while it is down. */
  say(text: string): void;
  /** Until it is opened again. */
  close(): void;
}

const shortestRetryMs = 500;
const longestRetryMs = 30_000;

/** Full jitter: any time up to a most that doubles, so that a thousand browsers do not come back at once. */
export function nextRetryMs(attempts: number, random: number): number {
  return random * Math.min(longestRetryMs, shortestRetryMs * 2 ** attempts);
}

/** One socket at a time; when it is lost, or silent for too long, another. */
export function keepConnected(settings: ConnectionSettings): Connection {
  const { connect, onUp, onText, onDown, onSightChanged, onSignedOut, random } = settings;
  let current: { socket: Socket | null; isUp: boolean } | undefined;
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const letGo = () => {
    clearTimeout(timer);
    const gone = current;
    current = undefined;
    gone?.socket?.close();
  };
  const lose = () => {
    letGo();
    timer = setTimeout(open, nextRetryMs(attempts, random()));
    attempts += 1;
    onDown();
  };
  const expectWord = () => {
    clearTimeout(timer);
    timer = setTimeout(lose, 2 * aliveEveryMs);
  };
  const open = () => {
    const own: typeof current = { socket: null, isUp: false };
    current = own;
    expectWord();
    own.socket = connect({
      onOpen() {
        if (current !== own) return;
        own.isUp = true;
        attempts = 0;
        onUp();
      },
      onText(text) {
        if (current !== own) return;
        expectWord();
        onText(text);
      },
      onClose(code) {
        if (current !== own) return;
        if (code === liveCloseCodes.sightChanged) onSightChanged();
        if (code !== liveCloseCodes.signedOut) return lose();
        letGo();
        onSignedOut();
      },
    });
  };
  return {
    open,
    say: (text) => current?.isUp && current.socket?.send(text),
    close: letGo,
  };
}
