import { expect, it } from "vitest";
import { nameBrowser } from "./name-browser";

const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";

it.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Firefox 140 on Windows 10/11",
  ],
  [
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/18.1 Safari/605.1.15`,
    "Safari 18 on macOS",
  ],
  [
    `Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/131.0.0.0 Safari/537.36`,
    "Chrome 131 on Linux",
  ],
  [
    `Mozilla/5.0 (Linux; Android 14; Pixel 8) ${webkit} Chrome/131.0.0.0 Mobile Safari/537.36`,
    "Chrome 131 on Android 14, handheld",
  ],
])("says no more than %s", (userAgent, words) => {
  const { browser, system, isHandheld } = nameBrowser(userAgent);
  expect(`${browser} on ${system}${isHandheld ? ", handheld" : ""}`).toBe(words);
});

it.each([null, "", "curl/8.4.0", "\u202e<img>", "x".repeat(500)])(
  "knows nothing of %j",
  (userAgent) => {
    expect(nameBrowser(userAgent)).toEqual({ browser: null, system: null, isHandheld: false });
  },
);
