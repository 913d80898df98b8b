import { expect, test } from "vitest";
import { toSearchHref } from "./to-search-href";

test.each([
  [toSearchHref("ftp", "203.0.113.7"), "/tools-settings/ftp-sessions?search=203.0.113.7"],
  [
    toSearchHref("terminal", "anna", "ts01"),
    "/tools-settings/terminal-sessions?search=anna&server=ts01",
  ],
  [
    toSearchHref("panel", "a&b=c#d \u202e", "web 01/ü"),
    "/tools-settings/panel-sessions?search=a%26b%3Dc%23d+%5BU%2B202E%5D&server=web+01%2F%C3%BC",
  ],
])("a name leads to the page where it is looked for: %#", (href, expected) => {
  expect(href).toBe(expected);
});
