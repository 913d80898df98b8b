import { expect, it } from "vitest";
import { toNetwork } from "./network";

it("takes one IPv6 network as one place, and an IPv4 address written as IPv6 as itself", () => {
  expect(toNetwork("2001:db8:1:2:3::4")).toBe(toNetwork("2001:db8:1:2::ffff"));
  expect(toNetwork("2001:db8:1:2::1")).not.toBe(toNetwork("2001:db8:1:3::1"));
  expect(toNetwork("::ffff:192.0.2.1")).toBe(toNetwork("192.0.2.1"));
  expect(toNetwork("192.0.2.1")).not.toBe(toNetwork("192.0.2.2"));
});
