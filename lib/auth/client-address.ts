/** server.ts puts the trusted address of the client here, after it has removed what came from outside. */
export const clientAddressHeader = "x-rollcall-address";

const longestUserAgent = 500;

/** Where a request came from. */
export interface Visitor {
  readonly address: string;
  readonly userAgent: string | null;
}

export function readVisitor(headers: Headers): Visitor {
  const address = headers.get(clientAddressHeader);
  if (!address) throw new Error(`server.ts sets ${clientAddressHeader} on every request`);
  return { address, userAgent: headers.get("user-agent")?.slice(0, longestUserAgent) || null };
}
