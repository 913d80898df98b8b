import { expect, it } from "vitest";
import { clientAddress } from "./client-address";

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
