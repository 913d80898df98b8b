import { expect, it } from "vitest";
import { toNetwork, toRegion } from "./network";

it("takes one IPv6 network as one place, and an IPv4 address written as IPv6 as itself", () => {
  expect(toNetwork("2001:db8:1:2:3::4")).toBe(toNetwork("2001:db8:1:2::ffff"));
  expect(toNetwork("2001:db8:1:2::1")).not.toBe(toNetwork("2001:db8:1:3::1"));
  expect(toNetwork("::ffff:192.0.2.1")).toBe(toNetwork("192.0.2.1"));
  expect(toNetwork("192.0.2.1")).not.toBe(toNetwork("192.0.2.2"));
});

it("takes an IPv4 /16 and an IPv6 /32 as one region", () => {
  expect(toRegion("192.0.2.1")).toBe(toRegion("::ffff:192.0.255.1"));
  expect(toRegion("192.0.2.1")).not.toBe(toRegion("192.1.2.1"));
  expect(toRegion("2001:db8:1::1")).toBe(toRegion("2001:db8:ffff::1"));
  expect(toRegion("2001:db8::1")).not.toBe(toRegion("2001:db9::1"));
  expect(toRegion("unknown")).toBe("unknown");
});
