import { type IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Env } from "@/lib/env";
import { type Refusal, refusalOf } from "./refusal";
import { refuse } from "./refuse";

export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

interface UpgradeDoorSettings extends Pick<Env, "publicUrl"> {
  /** Takes over a handshake for the live channel, or says why not. */
  readonly admitToLive: (...handshake: Parameters<UpgradeListener>) => Promise<Refusal | undefined>;
  /** For every other address, where somebody answers there. */
  readonly elsewhere?: UpgradeListener;
  /** Told of what those inside did not handle themselves. */
  readonly reportBug: (error: unknown) => void;
}

const nothingHere: Refusal = { status: 404, message: "There is no WebSocket at this address." };

/** Answers every handshake: nobody else would, and its socket would stay open for ever. */
export function openUpgradeDoor({
  publicUrl,
  admitToLive,
  elsewhere,
  reportBug,
}: UpgradeDoorSettings): UpgradeListener {
  return (request, socket, head) => {
    // Node leaves the errors of this socket to us, and one that nobody hears ends the process.
    socket.on("error", () => socket.destroy());
    const refusal = refusalOf(request, publicUrl);
    if (refusal) return answer(request, refusal);
    if (isForLive(request)) {
      admitToLive(request, socket, head).then(
        (refused) => refused && answer(request, refused),
        (error: unknown) => {
          reportBug(error);
          socket.destroy();
        },
      );
    } else if (elsewhere) elsewhere(request, socket, head);
    else answer(request, nothingHere);
  };
}

function isForLive({ url = "" }: Pick<IncomingMessage, "url">): boolean {
  return url.split("?", 1)[0] === "/live";
}

function answer(request: IncomingMessage, refusal: Refusal): void {
  const response = new ServerResponse(request);
  response.assignSocket(request.socket);
  response.on("finish", () => request.socket.destroySoon());
  refuse(request, response, refusal);
}
