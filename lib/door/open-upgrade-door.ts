import { type IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Env } from "@/lib/env";
import { type Refusal, refusalOf } from "./refusal";
import { refuse } from "./refuse";

export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

const nothingHere: Refusal = { status: 404, message: "There is no WebSocket at this address." };

/** Answers every handshake: nobody else would, and its socket would stay open for ever. */
export function openUpgradeDoor(
  { publicUrl }: Pick<Env, "publicUrl">,
  inside?: UpgradeListener,
): UpgradeListener {
  return (request, socket, head) => {
    // Node leaves the errors of this socket to us, and one that nobody hears ends the process.
    socket.on("error", () => socket.destroy());
    const refusal = refusalOf(request, publicUrl);
    if (!refusal && inside) return inside(request, socket, head);

    const response = new ServerResponse(request);
    response.assignSocket(request.socket);
    response.on("finish", () => request.socket.destroySoon());
    refuse(request, response, refusal ?? nothingHere);
  };
}
