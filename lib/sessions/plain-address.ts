/** One address in two spellings: IPv6 in either case, and an IPv4 address as IPv6 sockets name it. */
export function toPlainAddress(address: string): string {
  if (!address.includes(":")) return address;
  // Behind a % stands the name of an interface, in which the case of a letter counts.
  const [digits = "", ...zone] = address.split("%");
  return [digits.toLowerCase().replace(/^::ffff:(?=\d+\.)/, ""), ...zone].join("%");
}
