import { mySessionWords } from "./my-session-words";
import type { NamedBrowser } from "./name-browser";

/** "Firefox 140 on Windows 10 or 11". */
export function browserName({ browser, system }: NamedBrowser): string {
  if (browser === null) return system ?? mySessionWords.unknownBrowser;
  return system === null ? browser : mySessionWords.on(browser, system);
}
