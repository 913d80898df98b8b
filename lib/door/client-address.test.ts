import { expect, it } from "vitest";
import { clientAddress, plainAddress } from "./client-address";

const proxies = ["10.0.0.0/8", "2001:db8::1"];

it("believes nobody but a trusted proxy", () => {
  expect(clientAddress("203.0.113.7", "1.2.3.4", proxies)).toBe("203.0.113.7");
  expect(clientAddress("203.0.113.7", "1.2.3.4", [])).toBe("203.0.113.7");
});

it("reads the hops from the right, as far as they are trusted", () => {
  expect(clientAddress("10.0.0.1", "6.6.6.6, 203.0.113.7, 10.9.9.9", proxies)).toBe("203.0.113.7");
  expect(clientAddress("2001:db8::1", "203.0.113.7", proxies)).toBe("203.0.113.7");
  expect(clientAddress("10.0.0.1", undefined, proxies)).toBe("10.0.0.1");
  expect(clientAddress("10.0.0.1", "6.6.6.6, not-an-address", proxies)).toBe("10.0.0.1");
});

it("writes an IPv4 address that arrived in IPv6 as IPv4", () => {
  expect(clientAddress("::ffff:203.0.113.7", undefined, [])).toBe("203.0.113.7");
  expect(clientAddress("::ffff:10.0.0.1", "203.0.113.9", proxies)).toBe("203.0.113.9");
});

it.each([
  "1",
  "0x7f.1",
  "010.1.1.1",
  "localhost",
  "203.0.113.7:80",
  "203.0.113.7; rm",
  "\u202e203.0.113.7",
  "",
  " ",
])("takes no word of %j, and nothing left of it", (hop) => {
  expect(clientAddress("10.0.0.1", `6.6.6.6, ${hop}`, proxies)).toBe("10.0.0.1");
  expect(clientAddress("10.0.0.1", `6.6.6.6,${hop},10.0.0.2`, proxies)).toBe("10.0.0.2");
});

it("goes no further than the first hop that is not trusted, however many claim to be", () => {
  const claimed = Array.from({ length: 500 }, () => "10.0.0.1").join(",");
  expect(clientAddress("10.0.0.1", `${claimed},203.0.113.7,10.0.0.3`, proxies)).toBe("203.0.113.7");
  expect(clientAddress("203.0.113.7", claimed, proxies)).toBe("203.0.113.7");
});

it.each([
  ["2001:DB8:0:0:0:0:0:9", "2001:db8::9"],
  ["fe80::1%eth0", "fe80::1"],
  ["::FFFF:203.0.113.7", "203.0.113.7"],
  ["::ffff:cb00:7107", "203.0.113.7"],
  ["", "unknown"],
])("writes %j one way: %s", (peer, plain) => {
  expect(plainAddress(peer)).toBe(plain);
  expect(clientAddress(peer, undefined, [])).toBe(plain);
  if (plain !== "unknown") expect(clientAddress("10.0.0.1", peer, proxies)).toBe(plain);
});
