import { expect, it } from "vitest";
import { findRef, toRefText } from "./ref-text";
import { isSameSession, mayBeSameSession } from "./same-session";
import type { SessionRef } from "./session-ref";

const ref: SessionRef = { sourceId: "a/ftp", id: "7", user: "ünal", start: "9", name: null };

it("is the same only when nothing changed", () => {
  expect(isSameSession(ref, { ...ref })).toBe(true);
  for (const change of [
    { sourceId: "b" },
    { id: "8" },
    { user: null },
    { start: "10" },
    { name: "x" },
  ]) {
    expect(isSameSession(ref, { ...ref, ...change })).toBe(false);
  }
});

it("may still be the same while what differs is not known", () => {
  for (const change of [{ user: null }, { start: null }, { name: "rdp-tcp#4" }]) {
    expect(mayBeSameSession(ref, { ...ref, ...change })).toBe(true);
  }
  for (const change of [{ user: "bruno" }, { start: "10" }, { id: "8" }]) {
    expect(mayBeSameSession(ref, { ...ref, ...change })).toBe(false);
  }
});

it("comes back whole from its text, and from no other text", () => {
  expect(findRef(toRefText(ref))).toEqual(ref);
  for (const text of ["", "e30", "bm9wZQ", toRefText(ref).slice(2)]) {
    expect(findRef(text)).toBeUndefined();
  }
});
