import ipaddr from "ipaddr.js";

/** From where one person may come: an IPv4 address, or the /64 that an IPv6 customer has whole. */
export function toNetwork(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address;
  const parsed = ipaddr.IPv6.parse(address);
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toNormalizedString()}/64`).toString();
}

/** The part of the world that an address is in: its IPv4 /16, or IPv6 /32. */
export function toRegion(address: string): string {
  const network = toNetwork(address);
  if (!ipaddr.isValid(network)) return network;
  const parsed = ipaddr.parse(network);
  return parsed
    .toByteArray()
    .slice(0, parsed.kind() === "ipv4" ? 2 : 4)
    .join(".");
}
