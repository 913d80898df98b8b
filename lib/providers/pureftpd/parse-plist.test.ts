import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parsePlist } from "./parse-plist";

const capture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), "latin1");

const mix = capture("mix-plist.txt");
const empty = capture("empty-plist.txt");

/** The first session of the capture, with one value changed. */
function withValue(key: string, value: string): string {
  const pattern = new RegExp(`(<key>${key}</key>\\s*<string>)[^<]*`);
  return mix.replace(pattern, (_, before: string) => before + value);
}

describe("a list of pure-ftpwho", () => {
  it("has every session with all that is known of it", () => {
    expect(parsePlist(mix)).toHaveLength(32);
    expect(parsePlist(mix)[1]).toEqual({
      pid: 24197,
      account: "slowpoke",
      time: 20,
      state: " UL ",
      file: "24155-19.up",
      host: "127.0.0.1",
      localhost: "127.0.0.1",
      localport: 25131,
      resume: 0,
      current_size: 80357,
      bandwidth: 4017,
    });
  });

  it("is empty when nobody is connected", () => {
    expect(parsePlist(empty)).toEqual([]);
  });

  it("is read to the end at every moment", () => {
    expect(parsePlist(capture("earlier-plist.txt"))).toHaveLength(6);
    expect(parsePlist(capture("later-plist.txt"))).toHaveLength(6);
  });

  it("keeps every byte of a name, and reads what was escaped", () => {
    const [entry] = parsePlist(
      withValue("file", '\xe9 &amp;lt; &lt;/dict&gt; "%s" \xc3\xa9 &amp;'),
    );
    expect(entry?.file).toBe('\xe9 &lt; </dict> "%s" \xc3\xa9 &');
  });
});

describe("what is no whole list of pure-ftpwho is never read as one", () => {
  const unreadable = expect.objectContaining({ code: "unreadable" });

  it.each(["mix-xml.txt", "mix-shell.txt", "mix-html.txt", "mix-text.txt", "not-root.txt"])(
    "%s",
    (name) => {
      expect(() => parsePlist(capture(name))).toThrow(unreadable);
    },
  );

  it("cut anywhere", () => {
    const wholeLength = mix.trimEnd().length;
    for (let length = 0; length < wholeLength; length += 97) {
      expect(() => parsePlist(mix.slice(0, length))).toThrow(unreadable);
    }
    expect(() => parsePlist(mix.slice(0, wholeLength - 1))).toThrow(unreadable);
    expect(parsePlist(mix.slice(0, wholeLength))).toHaveLength(32);
  });

  it.each([
    ["a number that is none", withValue("pid", "12a")],
    ["a pid below zero", withValue("pid", "-1")],
    ["a state nobody knows", withValue("state", "GONE")],
    ["an entity nobody knows", withValue("file", "&#60;")],
    ["a lone ampersand", withValue("file", "a & b")],
    ["a key nobody knows", mix.replace("<key>time<", "<key>since<")],
    ["a key twice", mix.replace("<key>host<", "<key>pid</key><string>1</string><key>host<")],
    ["a missing key", mix.replace(/<key>host<\/key>\s*<string>[^<]*<\/string>/, "")],
    ["words before the first session", mix.replace("<dict>\n\t\t\t<key>", "odd$&")],
    ["words between the sessions", mix.replace("</dict>\n\t\t<dict>", "</dict>odd<dict>")],
    ["words after the list", `${mix}odd`],
    ["a second list", mix + mix],
  ])("with %s", (_, text) => {
    expect(text).not.toBe(mix);
    expect(() => parsePlist(text)).toThrow(unreadable);
  });

  it("and the error shows no control characters", () => {
    expect(() => parsePlist("\x1b[2J\nUsage\x07")).toThrow(
      "pure-ftpwho printed no list: [2J Usage",
    );
  });
});
