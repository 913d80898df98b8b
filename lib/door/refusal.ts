import type { IncomingMessage } from "node:http";

export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 411 | 413 | 421 | 429 | 503;
  readonly message: string;
  /** A page that asks for what is there no more loads itself anew. */
  readonly isOutdated?: boolean;
}

/** What is looked at of a request before anything reads its body. */
export type Knock = Pick<IncomingMessage, "method" | "url" | "headers" | "headersDistinct">;

const longestBodyBytes = 1_048_576;

/** Why this request is not let in; undefined when it is. */
export function refusalOf(knock: Knock, publicUrl: URL): Refusal | undefined {
  const { method = "", url = "", headers, headersDistinct } = knock;
  if (!url.startsWith("/")) {
    return { status: 400, message: "The request target must be a path." };
  }
  // Node keeps the first of two; a proxy before us may have looked at the other.
  if ((headersDistinct["host"]?.length ?? 0) > 1) {
    return { status: 400, message: "Send one Host header." };
  }
  if (headers.host?.toLowerCase() !== publicUrl.host) {
    return { status: 421, message: `Rollcall answers at ${publicUrl.origin} only.` };
  }
  if (!isDecodable(url)) {
    return { status: 400, message: "The path is not valid percent-encoded UTF-8." };
  }
  if (isCrooked(url)) {
    return {
      status: 400,
      message: "The path must lead straight: without . or .. as a part, \\ or #.",
    };
  }
  if (!isFromUs(knock, publicUrl)) {
    return { status: 403, message: "This request does not come from Rollcall's own pages." };
  }
  if (!knownMethods.has(method)) {
    return { status: 404, message: `Nothing here answers ${method}: use GET, HEAD or POST.` };
  }
  return bodyRefusal(knock);
}

/** An offer to switch to WebSocket. Other offers, such as h2c, may be ignored: RFC 9110, 7.8. */
export function isHandshake({ headers }: Pick<Knock, "headers">): boolean {
  return /\bwebsocket\b/i.test(headers.upgrade ?? "");
}

const knownMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "POST"]);

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/** Next would straighten it behind the door, which had looked at another address then: /api/../sign-in. */
function isCrooked(url: string): boolean {
  const [path = ""] = url.split("?", 1);
  return /[\\#]|\/(\.|%2e){1,2}(\/|$)/i.test(path);
}

/**
 * Next executes a POST without `Origin`, and lets a foreign one pass when a forwarded header agrees.
 * A browser sends `Origin` with every change and every handshake, so who sends none and no cookie
 * either is a script, and carries nothing that a foreign page could make use of.
 */
function isFromUs({ method = "", url = "", headers }: Knock, publicUrl: URL): boolean {
  if (headers.origin === publicUrl.origin) return true;
  if (method === "GET" || method === "HEAD") {
    return headers.origin === undefined || !isHandshake({ headers });
  }
  return headers.origin === undefined && headers.cookie === undefined && url.startsWith("/api/");
}

function bodyRefusal({ headers }: Knock): Refusal | undefined {
  if (headers["transfer-encoding"] !== undefined) {
    return { status: 411, message: "Send the length of the body in Content-Length." };
  }
  const length = Number(headers["content-length"] ?? 0);
  if (length <= longestBodyBytes) return undefined;
  return { status: 413, message: `A request may hold ${longestBodyBytes} bytes at most.` };
}
