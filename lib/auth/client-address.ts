import { auth } from "./auth";
import { findCookie } from "./sign-in-cookie";

/** server.ts puts the trusted address of the client here, after it has removed what came from outside. */
export const clientAddressHeader = "x-rollcall-address";
/** And here who connected: the client itself, or the last proxy. */
export const peerAddressHeader = "x-rollcall-peer";

const longestUserAgent = 500;

/** Where a request came from. */
export interface Visitor {
  readonly address: string;
  /** Another one than the address where a trusted proxy is between. */
  readonly peerAddress: string;
  readonly userAgent: string | null;
  /** Of the long-lived cookie that a browser has once somebody has signed in with it. */
  readonly browserSecret?: string;
  /** Of the sign-in that this browser has, which ends when another takes its place. */
  readonly earlierSecret?: string;
}

/** Null in a request that did not pass the door, such as a test's. */
export function findAddress(headers: Headers): string | null {
  return headers.get(clientAddressHeader);
}

export function readVisitor(headers: Headers): Visitor {
  const address = findAddress(headers);
  const peerAddress = headers.get(peerAddressHeader);
  if (!(address && peerAddress)) {
    throw new Error(`server.ts sets ${clientAddressHeader} and ${peerAddressHeader}`);
  }
  const userAgent = headers.get("user-agent")?.slice(0, longestUserAgent) || null;
  const { name, browserName } = auth().cookie;
  const [browserSecret, earlierSecret] = [
    findCookie(headers, browserName),
    findCookie(headers, name),
  ];
  return {
    address,
    peerAddress,
    userAgent,
    ...(browserSecret && { browserSecret }),
    ...(earlierSecret && { earlierSecret }),
  };
}
