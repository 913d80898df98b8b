import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/**
 * Who asks, as plain IPv4 or IPv6 text. `X-Forwarded-For` is read from the right, and only as far as
 * each hop is a proxy we trust: everything left of that is what a stranger claims.
 */
export function clientAddress(
  peer: string,
  forwardedFor: string | undefined,
  trustedProxies: readonly string[],
): string {
  let address = toAddress(peer);
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  while (address && hops.length > 0 && isTrusted(address, trustedProxies)) {
    const hop = toAddress(hops.pop() ?? "");
    if (!hop) break;
    address = hop;
  }
  return address ? address.toString() : "unknown";
}

function toAddress(text: string): Address | undefined {
  return ipaddr.isValid(text) ? ipaddr.process(text) : undefined;
}

function isTrusted(address: Address, trustedProxies: readonly string[]): boolean {
  return trustedProxies.some((proxy) => {
    const [range, bits] = toRange(proxy);
    return range.kind() === address.kind() && address.match(range, bits);
  });
}

function toRange(text: string): [Address, number] {
  if (text.includes("/")) return ipaddr.parseCIDR(text);
  const address = ipaddr.process(text);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}
