import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Env } from "@/lib/env";
import { clientAddress } from "./client-address";
import { type Refusal, refusalOf } from "./refusal";
import { securityHeaders } from "./security-headers";

export type Inside = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface DoorSettings extends Pick<Env, "publicUrl" | "trustedProxies"> {
  /** The request header that tells those inside who asks. */
  readonly addressHeader: string;
  readonly isDevelopment: boolean;
}

/**
 * Stands before Next: refuses what is not for us before any body is read, takes away what only a
 * proxy or Next itself may say, and adds the security headers.
 */
export function openDoor(
  inside: Inside,
  { publicUrl, trustedProxies, addressHeader, isDevelopment }: DoorSettings,
): RequestListener {
  return (request, response) => {
    const { method = "", url: target = "", headers } = request;
    const nonce = randomBytes(16).toString("base64");
    const security = securityHeaders(nonce, publicUrl, isDevelopment);
    for (const [name, value] of Object.entries(security)) response.setHeader(name, value);

    const refusal = refusalOf({ method, target, headers }, publicUrl);
    if (refusal) return refuse(request, response, refusal);

    const forwardedFor = String(headers["x-forwarded-for"] ?? "");
    const address = clientAddress(request.socket.remoteAddress ?? "", forwardedFor, trustedProxies);
    for (const name of Object.keys(headers)) {
      if (isForOthersToSay(name)) delete headers[name];
    }
    headers[addressHeader] = address;
    headers["content-security-policy"] = security["content-security-policy"];
    void inside(request, response);
  };
}

/** The client address has been read from these by now, so nothing behind the door needs them. */
function isForOthersToSay(header: string): boolean {
  return (
    header === "forwarded" ||
    header === "x-real-ip" ||
    header === "content-security-policy" ||
    /^x-(forwarded|middleware|nextjs|rollcall)-/.test(header)
  );
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const { status, message } = refusal;
  const isApi = request.url?.startsWith("/api/") ?? false;
  const body = isApi ? JSON.stringify({ error: { code: codeOf(status), message } }) : message;
  response.writeHead(status, {
    "content-type": isApi ? "application/json" : "text/plain; charset=utf-8",
    connection: "close",
  });
  response.end(body);
}

function codeOf(status: Refusal["status"]): string {
  switch (status) {
    case 400:
      return "bad-request";
    case 403:
      return "foreign-origin";
    case 411:
      return "length-required";
    case 413:
      return "too-large";
    case 421:
      return "foreign-host";
  }
}
