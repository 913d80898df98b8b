import type { Visitor } from "./client-address";
import { toNetwork } from "./network";
import { hashSecret } from "./secret";

/** Where a visitor comes from, as the store remembers it once somebody has signed in from there. */
export function toPlaces(visitor: Visitor): readonly string[] {
  const browser = toBrowserPlace(visitor);
  return browser === undefined ? [toNetworkPlace(visitor)] : [toNetworkPlace(visitor), browser];
}

export function toNetworkPlace({ address }: Visitor): string {
  return `network ${toNetwork(address)}`;
}

export function toBrowserPlace({ browserSecret }: Visitor): string | undefined {
  return browserSecret === undefined ? undefined : `browser ${hashSecret(browserSecret)}`;
}
