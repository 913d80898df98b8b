import type { Words } from "@/components/words/words";
import type { NamedBrowser } from "./name-browser";

/** "Firefox 140 on Windows 10/11". */
export function browserName({ mySessionWords }: Words, { browser, system }: NamedBrowser): string {
  if (browser === null) return system ?? mySessionWords.unknownBrowser;
  return system === null ? browser : mySessionWords.on(browser, system);
}
