import type { IncomingMessage, ServerResponse } from "node:http";
import type { Refusal } from "./refusal";

/** Answers in the shape the asker reads, and closes the connection with whatever else is on it. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, message, isOutdated }: Refusal,
): void {
  const isApi = isForApi(request);
  const body = isApi ? JSON.stringify({ error: { code: codeOf(status), message } }) : message;
  response.writeHead(status, {
    "content-type": isApi ? "application/json" : "text/plain; charset=utf-8",
    "cache-control": "no-store",
    connection: "close",
    ...(isOutdated ? { "x-nextjs-action-not-found": "1" } : {}),
  });
  response.end(body);
}

export function isForApi({ url }: Pick<IncomingMessage, "url">): boolean {
  return url?.startsWith("/api/") ?? false;
}

function codeOf(status: Refusal["status"]): string {
  switch (status) {
    case 400:
      return "bad-request";
    case 401:
      return "not-signed-in";
    case 403:
      return "foreign-origin";
    case 404:
      return "not-found";
    case 411:
      return "length-required";
    case 413:
      return "too-large";
    case 421:
      return "foreign-host";
    case 429:
      return "too-many";
    case 503:
      return "database";
  }
}
