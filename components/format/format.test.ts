import { expect, test } from "vitest";
import { cutMiddle } from "./cut-middle";
import { cutPath } from "./cut-path";
import { formatBytes } from "./format-bytes";
import { countOf } from "./format-count";
import { formatElapsed } from "./format-elapsed";
import { secondsBetween } from "./seconds-between";
import { showControls } from "./show-controls";

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

test("a server whose clock is ahead never gives a negative time", () => {
  const earlier = new Date("2026-11-23T18:00:05Z");
  expect(secondsBetween(earlier, new Date("2026-11-23T18:00:00Z"))).toBe(0);
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

test("a long path keeps its start and its end", () => {
  expect(cutMiddle("/httpdocs/releases", 18)).toBe("/httpdocs/releases");
  expect(cutMiddle("/httpdocs/deep/directory/archive", 17)).toBe("/httpdoc…/archive");
});

test("a letter of two code units is never cut in half", () => {
  expect(cutMiddle("😀😀😀😀😀", 3)).toBe("😀…😀");
});

test("what hides in a name is seen", () => {
  expect(showControls("a\r\nb\u001b[2J\u007f")).toBe("a[U+000D][U+000A]b[U+001B][2J[U+007F]");
  expect(showControls("gpj.\u202eexe")).toBe("gpj.[U+202E]exe");
  expect(showControls("Ünal 日本 😀")).toBe("Ünal 日本 😀");
});

test.each([
  ["/var/www", "/var/www"],
  ["/var/www/vhosts/alpha.example/httpdocs", "/var/…/httpdocs"],
  ["uploads/of/anna/2026/file.bin", "…/file.bin"],
  ["/var/www/archive-of-the-old-site", "…/archiv…d-site"],
  ["a-file-with-a-long-name.tar.gz", "a-file-….tar.gz"],
])("the path %s is cut to %s", (path, cut) => {
  expect(cutPath(path, 15)).toBe(cut);
});
