import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { seal, unseal } from "./seal";

const key = randomBytes(32);

it("opens what it sealed, under the same key and for the same place alone", () => {
  for (const text of ["", "pässword ✓", "x".repeat(20_000)]) {
    const sealed = seal(key, text, "row 1");
    expect(unseal(key, sealed, "row 1")).toBe(text);
    expect(unseal(key, sealed, "row 2")).toBeUndefined();
    expect(unseal(randomBytes(32), sealed, "row 1")).toBeUndefined();
  }
});

it("opens nothing that was changed or cut anywhere", () => {
  const sealed = seal(key, "secret", "row 1");
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
    expect(unseal(key, changed, "row 1")).toBeUndefined();
    expect(unseal(key, sealed.subarray(0, at), "row 1")).toBeUndefined();
  }
});

it("seals the same text differently each time", () => {
  const sealed = Array.from({ length: 100 }, () =>
    Buffer.from(seal(key, "secret", "row 1")).toString("hex"),
  );
  expect(new Set(sealed).size).toBe(100);
});
