import { afterEach, beforeEach, expect } from "vitest";

const written: string[] = [];
for (const method of ["debug", "log", "info", "warn", "error"] as const) {
  console[method] = (...words: unknown[]) => {
    written.push(words.map(String).join(" "));
  };
}

beforeEach(() => {
  written.length = 0;
});

afterEach(() => {
  expect(written, "a test writes nothing to the console").toEqual([]);
});
