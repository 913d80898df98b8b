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
  return toText(address);
}

/** One way to write it: IPv4 as IPv4 also where it came in IPv6, small letters, no zone. */
export function plainAddress(text: string): string {
  return toText(toAddress(text));
}

function toText(address: Address | undefined): string {
  return address ? address.toString() : "unknown";
}

/** A shortened IPv4 address, such as 1, is no address: nobody sends one but to confuse. */
function toAddress(text: string): Address | undefined {
  const bare = text.replace(/%.*$/s, "");
  const { IPv4, IPv6 } = ipaddr;
  const isAddress = IPv4.isValidFourPartDecimal(bare) || IPv6.isValid(bare);
  return isAddress ? ipaddr.process(bare) : undefined;
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
