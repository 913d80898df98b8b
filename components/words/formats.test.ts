import { expect, test } from "vitest";
import { german } from "./de";
import { english } from "./en";

const { countOf, formatBytes, formatElapsed, formatMilliseconds, listNames } = english.formats;

test.each([
  [0, "0 s"],
  [59.9, "59 s"],
  [60, "1 min"],
  [720, "12 min"],
  [3600, "1 h"],
  [7800, "2 h 10 min"],
  [86_399, "23 h 59 min"],
  [86_400, "1 d"],
  [3 * 86_400 + 5000, "3 d"],
  [-4, "0 s"],
])("%d seconds read as %s", (seconds, text) => {
  expect(formatElapsed(seconds)).toBe(text);
});

test.each([
  [0.2, "1 ms"],
  [999.4, "999 ms"],
  [999.6, "1 s"],
  [1449, "1.4 s"],
])("%d milliseconds read as %s", (milliseconds, text) => {
  expect(formatMilliseconds(milliseconds)).toBe(text);
});

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1 KB"],
  [3_440_000, "3.4 MB"],
  [9_960_000, "10 MB"],
  [412_000_000, "412 MB"],
  [999_600, "1 MB"],
  [2.5e15, "2.5 PB"],
  [9e20, "900,000 PB"],
])("%d bytes read as %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test("a count agrees with its noun", () => {
  expect(countOf(1, "session", "sessions")).toBe("1 session");
  expect(countOf(1204, "session", "sessions")).toBe("1,204 sessions");
});

test("German numbers have a comma, and German lists an und", () => {
  const { formats } = german;
  expect(formats.countOf(1, "Sitzung", "Sitzungen")).toBe("1 Sitzung");
  expect(formats.countOf(1204, "Sitzung", "Sitzungen")).toBe("1.204 Sitzungen");
  expect(formats.formatBytes(3_440_000)).toBe("3,4 MB");
  expect(formats.formatMilliseconds(1449)).toBe("1,4 s");
  expect(formats.formatElapsed(7800)).toBe("2 h 10 min");
  expect(formats.listNames(["web01", "web02"])).toBe("web01 und web02");
  expect(formats.listNames(["web01", "web02", "web03", "web04"])).toBe(
    "web01, web02 und 2 weitere",
  );
});

test("a list that is too long says how many more there are", () => {
  expect(listNames(["web01"])).toBe("web01");
  expect(listNames(["web01", "web02", "web03"])).toBe("web01, web02 and 1 more");
});
