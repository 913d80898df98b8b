import { expect, it } from "vitest";
import { toPlainDomain } from "./plain-domain";

it.each([
  ["Example.COM.", "example.com"],
  [" bücher.example ", "xn--bcher-kva.example"],
  ["BÜCHER.example", "xn--bcher-kva.example"],
  ["bu\u0308cher.example", "xn--bcher-kva.example"],
  ["xn--bcher-kva.example", "xn--bcher-kva.example"],
  ["例え.テスト", "xn--r8jz45g.xn--zckzah"],
  ["a-1.b2.example", "a-1.b2.example"],
])("%s is one domain in all its spellings", (text, plain) => {
  expect(toPlainDomain(text)).toBe(plain);
});

it.each([
  "",
  ".",
  "example",
  "-a.example",
  "a-.example",
  "a..example",
  "192.0.2.1",
  "0x7f.1",
  "٣.٣.٣.٣",
  "[::1]",
  "ä@evil.example",
  "ä.example/x",
  "ä.example:80",
  "ä%2eexample.com",
  "*.example.com",
  "a_b.example.com",
  "a.example\u202e",
  `${"a".repeat(64)}.example`,
  `${"a.".repeat(130)}example`,
])("%s is none", (text) => {
  expect(toPlainDomain(text)).toBeUndefined();
});
