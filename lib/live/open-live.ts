import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { watchSchema } from "@/lib/sessions/live-message";
import { toSightKey } from "@/lib/sessions/sight";
import { type Audience, type AudienceSettings, openAudience } from "./audience";
import { type LiveOperator, type LiveSocket, openLiveSocket } from "./live-socket";
import { type LiveTimes, usualTimes } from "./live-times";
import { takeTurns } from "./take-turns";
import { watchSights } from "./watch-sights";
import { watchSignIns } from "./watch-sign-ins";

export interface LivePorts extends Omit<AudienceSettings, "nextNo"> {
  /** Whose live panel session this request carries; it does not count as activity. */
  readonly recognise: (request: IncomingMessage) => Promise<LiveOperator | undefined>;
  /** Those of these panel sessions that are signed in now. */
  readonly findSignedIn: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Calls at once when panel sessions were ended here. */
  readonly onSessionsEnded: (listener: (ended: readonly { readonly id: string }[]) => void) => void;
  /** Calls at once when what anybody may see has changed, here or elsewhere. */
  readonly onSightsChanged: (listener: () => void) => void;
}

interface LiveRefusal {
  readonly status: 401 | 429;
  readonly message: string;
}

/** Tells browsers what they watch. Where nobody watches, it asks nothing of any server. */
export interface Live {
  /** Takes the handshake over, or says why not and leaves the socket alone. */
  admit(request: IncomingMessage, line: Duplex, head: Buffer): Promise<LiveRefusal | undefined>;
  /** Tells all browsers to come back, and resolves when they have gone. */
  close(): Promise<void>;
}

const mostSocketsOfOne = 50;
const notSignedIn = { status: 401, message: "Sign in first." } as const;
const tooManySockets = {
  status: 429,
  message: `Close some pages: ${mostSocketsOfOne} are open.`,
} as const;
const webSocketOptions = { noServer: true, maxPayload: 16_384, perMessageDeflate: false } as const;

/** RFC 6455, 7.4.1 */
const closeCodes = { unreadable: 1007, notAllowed: 1008, restarting: 1012 } as const;

export function openLive(ports: LivePorts, times: LiveTimes = usualTimes): Live {
  // On a line of its own, for the types of ws do not know closeTimeout.
  const options = { ...webSocketOptions, closeTimeout: times.closeMs };
  const webSockets = new WebSocketServer(options);
  const sockets = new Set<LiveSocket>();
  const audiences = createAudiences(ports);
  const later = takeTurns();

  const welcome = (webSocket: WebSocket, line: Duplex, operator: LiveOperator) => {
    const settings = { times, later, reportBug: ports.reportBug };
    const socket = openLiveSocket(webSocket, operator, settings);
    const audience = audiences.of(operator);
    sockets.add(socket);
    line.on("drain", socket.tell);
    webSocket.on("close", () => forget(socket));
    // ws closes the socket itself over what is wrong on the wire.
    webSocket.on("error", () => undefined);
    webSocket.on("message", (said, isBinary) => {
      if (sockets.has(socket)) heed(socket, audience, isBinary ? "" : said);
    });
    audience.join(socket);
  };

  const forget = (socket: LiveSocket) => {
    sockets.delete(socket);
    audiences.leave(socket);
  };
  const signIns = watchSignIns(sockets, forget, ports);
  const sights = watchSights(sockets, forget, ports);
  const checking = setInterval(() => {
    audiences.check();
    for (const socket of sockets) socket.check();
    signIns.check();
  }, times.checkMs);
  const pinging = setInterval(() => {
    for (const socket of sockets) socket.ping();
  }, times.pingMs);

  return {
    async admit(request, line, head) {
      const arrival = signIns.begin();
      try {
        const operator = await sights.askNow(() => ports.recognise(request));
        if (!operator || arrival.ended.has(operator.panelSessionId)) return notSignedIn;
        const own = [...sockets].filter((socket) => socket.operator.name === operator.name);
        if (own.length >= mostSocketsOfOne) return tooManySockets;
        webSockets.handleUpgrade(request, line, head, (socket) => welcome(socket, line, operator));
        return undefined;
      } finally {
        arrival.over();
      }
    },
    async close() {
      clearInterval(checking);
      clearInterval(pinging);
      const gone = Promise.withResolvers<void>();
      webSockets.close(() => gone.resolve());
      for (const socket of sockets) socket.close(closeCodes.restarting);
      await gone.promise;
    },
  };
}

function createAudiences(settings: Omit<AudienceSettings, "nextNo">) {
  const audiences = new Map<string, Audience>();
  let lastNo = 0;
  const nextNo = () => {
    lastNo += 1;
    return lastNo;
  };
  return {
    of(operator: LiveOperator): Audience {
      const key = toSightKey(operator);
      const audience = audiences.get(key) ?? openAudience(operator, { ...settings, nextNo });
      audiences.set(key, audience);
      return audience;
    },
    leave(socket: LiveSocket) {
      const key = toSightKey(socket.operator);
      audiences.get(key)?.leave(socket);
      if (audiences.get(key)?.isEmpty()) audiences.delete(key);
    },
    check() {
      for (const audience of audiences.values()) audience.check();
    },
  };
}

/** Closes it unless it says what it watches, and may. */
function heed(socket: LiveSocket, audience: Audience, text: RawData | ""): void {
  const said = parseJson(text);
  const watch = watchSchema.safeParse(said);
  const isHeeded = watch.success && audience.watch(socket, watch.data.kind);
  if (said === undefined) socket.close(closeCodes.unreadable);
  else if (!isHeeded) socket.close(closeCodes.notAllowed);
}

/** Undefined where it is none. */
function parseJson(text: RawData | ""): unknown {
  try {
    const parsed: unknown = JSON.parse(text.toString());
    return parsed;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
