import type { IncomingHttpHeaders } from "node:http";

export interface Refusal {
  readonly status: 400 | 403 | 411 | 413 | 421;
  readonly message: string;
}

/** What is looked at of a request before anything reads its body. */
export interface Knock {
  readonly method: string;
  /** The request target as sent. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

const longestBodyBytes = 1_000_000;

/** Why this request is not let in; undefined when it is. */
export function refusalOf({ method, target, headers }: Knock, publicUrl: URL): Refusal | undefined {
  if (!target.startsWith("/")) {
    return { status: 400, message: "The request target must be a path." };
  }
  if (headers.host?.toLowerCase() !== publicUrl.host) {
    return { status: 421, message: `Rollcall answers at ${publicUrl.origin} only.` };
  }
  if (method !== "GET" && method !== "HEAD" && !isFromUs({ method, target, headers }, publicUrl)) {
    return { status: 403, message: "This request does not come from Rollcall's own pages." };
  }
  return bodyRefusal(headers);
}

/**
 * Next executes a POST without `Origin`, and lets a foreign one pass when a forwarded header agrees.
 * A script with a token and no cookie carries nothing that a foreign page could make use of.
 */
function isFromUs({ target, headers }: Knock, publicUrl: URL): boolean {
  if (headers.origin === publicUrl.origin) return true;
  return (
    headers.origin === undefined &&
    target.startsWith("/api/") &&
    headers.authorization !== undefined &&
    headers.cookie === undefined
  );
}

function bodyRefusal(headers: IncomingHttpHeaders): Refusal | undefined {
  if (headers["transfer-encoding"] !== undefined) {
    return { status: 411, message: "Send the length of the body in Content-Length." };
  }
  const length = Number(headers["content-length"] ?? 0);
  if (length <= longestBodyBytes) return undefined;
  return { status: 413, message: `A request may hold ${longestBodyBytes} bytes at most.` };
}
