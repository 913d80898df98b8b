import Bowser from "bowser";

export interface NamedBrowser {
  /** "Firefox 140"; null where it does not say. */
  readonly browser: string | null;
  /** "Android 14", "macOS"; null where it does not say. */
  readonly system: string | null;
  readonly isHandheld: boolean;
}

/** What a browser says of itself, which proves nothing. */
export function nameBrowser(userAgent: string | null): NamedBrowser {
  if (!userAgent) return { browser: null, system: null, isHandheld: false };
  const { browser, os, platform } = Bowser.parse(userAgent);
  const [major = ""] = (browser.version ?? "").split(".", 1);
  return {
    browser: joinWords(browser.name, major),
    system: joinWords(os.name, toRelease(os)),
    isHandheld: platform.type === "mobile" || platform.type === "tablet",
  };
}

type System = ReturnType<typeof Bowser.parse>["os"];

/** Browsers say one thing of Windows 10 and 11, and nothing true of macOS since 10.15. */
function toRelease({ name, version, versionName }: System): string | undefined {
  switch (name) {
    case "Windows":
      return versionName === "10" ? "10/11" : versionName;
    case "macOS":
      return undefined;
    default:
      return version;
  }
}

function joinWords(...words: readonly (string | undefined)[]): string | null {
  return words.filter(Boolean).join(" ") || null;
}
