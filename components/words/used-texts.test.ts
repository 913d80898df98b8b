import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { englishReasons } from "@/lib/sessions/reason";
import { english } from "./en";

/** All code that may show a text; the catalogue and the lists of reasons only have them. */
const code = globSync("{app,components,lib,cli}/**/*.{ts,tsx}")
  .filter((file) => !/^components\/words\/|generated\/|-words\.ts$|\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");
const names = new Set(code.match(/[\w.+-]+|\w+/g)?.flatMap((name) => [name, ...name.split(".")]));

test("no text has a name that stands nowhere in the code", () => {
  const { reasons: _, formats: __, ...texts } = english;
  expect(namesIn(texts).filter((name) => !names.has(name))).toEqual([]);
});

test("no reason is without code that gives it", () => {
  const given = new Set([...code.matchAll(/"(\w+)"|[wW]ords\.(\w+)/g)].flat());
  expect(Object.keys(englishReasons).filter((reason) => !given.has(reason))).toEqual([]);
});

function namesIn(texts: unknown): readonly string[] {
  if (texts instanceof Map) return namesIn(Object.fromEntries(texts));
  if (typeof texts !== "object" || texts === null) return [];
  return Object.entries(texts).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}
