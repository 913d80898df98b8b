import { expect, test } from "vitest";
import { cutMiddle } from "./cut-middle";
import { cutPath } from "./cut-path";
import { secondsBetween } from "./seconds-between";
import { showControls } from "./show-controls";

test("a server whose clock is ahead never gives a negative time", () => {
  const earlier = new Date("2026-11-23T18:00:05Z");
  expect(secondsBetween(earlier, new Date("2026-11-23T18:00:00Z"))).toBe(0);
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
