import { randomBytes } from "node:crypto";
import type {
  IncomingHttpHeaders,
  IncomingMessage,
  RequestListener,
  ServerResponse,
} from "node:http";
import type { Env } from "@/lib/env";
import { clientAddress, plainAddress } from "./client-address";
import { type PageActions, pageRefusal } from "./page-actions";
import { refusalOf } from "./refusal";
import { isForApi, refuse } from "./refuse";
import { securityHeaders } from "./security-headers";

export type Inside = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface DoorSettings extends Pick<Env, "publicUrl" | "trustedProxies"> {
  /** The request header that tells those inside who asks. */
  readonly addressHeader: string;
  /** The one that tells them who connected. */
  readonly peerHeader: string;
  readonly isDevelopment: boolean;
  /** Undefined while they are developed: they change then. */
  readonly actions?: PageActions;
  /** Told of what those inside did not handle themselves. */
  readonly reportBug: (error: unknown) => void;
}

/**
 * Stands before Next: refuses what is not for us before any body is read, takes away what only a
 * proxy or Next itself may say, and adds the security headers.
 */
export function openDoor(inside: Inside, settings: DoorSettings): RequestListener {
  const { publicUrl, trustedProxies, addressHeader, peerHeader } = settings;
  const { actions, isDevelopment, reportBug } = settings;
  return (request, response) => {
    const { headers } = request;
    const nonce = randomBytes(16).toString("base64");
    const security = securityHeaders(nonce, publicUrl, isDevelopment);
    for (const [name, value] of Object.entries(security)) response.setHeader(name, value);

    const refusal = refusalOf(request, publicUrl) ?? pageRefusal(request, actions);
    if (refusal) return refuse(request, response, refusal);

    if (isForApi(request)) response.setHeader("cache-control", "no-store");
    const forwardedFor = String(headers["x-forwarded-for"] ?? "");
    const peer = request.socket.remoteAddress ?? "";
    const address = clientAddress(peer, forwardedFor, trustedProxies);
    takeAway(headers, isDevelopment);
    headers[addressHeader] = address;
    headers[peerHeader] = plainAddress(peer);
    headers["content-security-policy"] = security["content-security-policy"];
    inside(request, response).catch((error: unknown) => {
      reportBug(error);
      response.destroy();
    });
  };
}

function takeAway(headers: IncomingHttpHeaders, isDevelopment: boolean): void {
  for (const name of Object.keys(headers)) {
    const isWanted = isDevelopment && developmentHeaders.has(name);
    if (isForOthersToSay(name) && !isWanted) delete headers[name];
  }
}

/** By these Next's development server knows which page an answer is for; without them the page waits for ever. */
const developmentHeaders = new Set(["x-nextjs-request-id", "x-nextjs-html-request-id"]);

/** The client address has been read from these by now, so nothing behind the door needs them. */
function isForOthersToSay(header: string): boolean {
  return (
    header === "forwarded" ||
    header === "next-resume" ||
    header === "x-real-ip" ||
    header === "content-security-policy" ||
    /^x-(action|forwarded|invoke|matched|middleware|nextjs|now|rollcall)-/.test(header)
  );
}
