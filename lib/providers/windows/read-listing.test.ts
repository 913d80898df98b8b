import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { parseListing } from "./read-listing";
import { toSessions } from "./to-sessions";

interface Said {
  readonly chcp?: string;
  readonly session?: string;
  readonly user?: string;
  readonly stderr?: string;
  readonly codePage?: string;
}

function answer({ chcp = "", session = "", user = "", stderr = "", codePage = "cp437" }: Said) {
  const stdout = `${chcp}rollcall-next\r\n${session}rollcall-next\r\n${user}`;
  const encode = (text: string) => iconv.encode(text, codePage);
  return { stdout: encode(stdout), stderr: encode(stderr), exitCode: 1 };
}

/** As a Windows server prints it. */
function readCapture(name: string): string {
  const text = readFileSync(new URL(`./fixtures/${name}.txt`, import.meta.url), "utf8");
  return `${text.trimEnd().replace(/\r?\n/g, "\r\n")}\r\n`;
}

const english = readCapture("query-session-en-22");

describe("what a Windows server answers", () => {
  it.each([
    ["query-session-es-01", "cp850", "Página de códigos activa: 850\r\n", null],
    ["query-session-ru-01", "cp866", "Текущая кодовая страница: 866\r\n", "Администратор"],
    ["query-session-zh-03", "cp936", "活动代码页: 936\r\n", "testuser"],
    ["query-session-ja-01", "cp932", "現在のコード ページ: 932\r\n", "user1"],
    ["query-session-ru-01", "utf8", "Active code page: 437\r\n", "Администратор"],
    ["query-session-ru-01", "utf8", "", "Администратор"],
  ])("is read in its own code page: %s in %s", (capture, codePage, chcp, user) => {
    const said = answer({ chcp, session: readCapture(capture), codePage });
    const { sessions } = parseListing(said, null);
    expect(sessions.find((row) => row.status === "logged-in")?.userName ?? null).toBe(
      user ?? "usuario01",
    );
  });

  it("is read in the code page that the settings name, when chcp tells nothing", () => {
    const said = answer({ session: readCapture("query-session-ru-01"), codePage: "cp866" });
    expect(parseListing(said, 866).sessions[2]?.userName).toBe("Администратор");
  });

  it("keeps every ID when nobody knows the code page", () => {
    const said = answer({ session: readCapture("query-session-ja-01"), codePage: "cp932" });
    expect(parseListing(said, null).sessions.map((row) => row.id)).toEqual([0, 2, 65_536]);
  });

  it("tells idle and logon times of the right people, although query user prints them in lower case", () => {
    const user =
      " USERNAME              SESSIONNAME        ID  STATE   IDLE TIME  LOGON TIME\r\n" +
      ">nltest                rdp-tcp#0           1  Active    1+02:03  7/26/2018 7:29 PM\r\n";
    const [, session] = toSessions(
      parseListing(answer({ session: english.replace("nltest", "NLtest"), user }), null),
      "ts01/windows",
    );
    expect(session).toMatchObject({
      ref: { id: "1", user: "NLtest", start: "7/26/2018 7:29 PM", name: "rdp-tcp#0" },
      idleSeconds: 93_780,
      idleText: "1+02:03",
      logonText: "7/26/2018 7:29 PM",
      startedAt: null,
    });
  });

  it.each([
    ["is missing", ""],
    ["cannot be read", " USERNAME\r\nrubbish\r\n"],
    ["prints the sessions again", english],
    ["tells of somebody else", readCapture("query-user-en-05")],
  ])("is a list without idle and logon times when query user %s", (_, user) => {
    const sessions = toSessions(parseListing(answer({ session: english, user }), null), "ts01");
    expect(sessions.map(({ id }) => id)).toEqual([0, 1, 3, 65_536]);
    expect(new Set(sessions.map(({ idleSeconds, logonText }) => idleSeconds ?? logonText))).toEqual(
      new Set([null]),
    );
  });

  it.each([
    [
      "Error 0x00000005 enumerating sessionnames\r\nError [5]:Access is denied.\r\n",
      { code: "refused", reason: "Error [5]:Access is denied." },
    ],
    [
      "'query' is not recognized as an internal or external command,\r\n",
      { code: "tool-missing", reason: "query.exe" },
    ],
    [
      'Der Befehl "query" ist entweder falsch geschrieben oder\r\n',
      { code: "tool-missing", reason: "query.exe" },
    ],
    ["sh: 1: query: not found\n", { code: "tool-missing", reason: "query.exe" }],
    ["No session exists for *\r\n", { code: "refused" }],
    ["", { code: "refused" }],
  ])("is a failure and not an empty list when there is no table: %j", (stderr, failure) => {
    expect(() => parseListing(answer({ stderr }), null)).toThrow(expect.objectContaining(failure));
  });

  it.each([
    ["a header alone", english.split("\r\n", 1)[0] ?? ""],
    ["a row without an ID", english.replace("  3  Conn", "     Conn")],
    ["a row whose columns moved", english.replace("nltest  ", "nltest ")],
    [
      "a name that runs into the next column",
      english.replace("rdp-tcp#0 ".padEnd(26), "rdp-tcp#0".padEnd(26, "x")),
    ],
    ["two rows with one ID", english.replace("  3  Conn", "  1  Conn")],
    ["an ID that is no number", english.replace("  3  Conn", "  x  Conn")],
    ["a text that is no table", "Terminal services are not running\r\n"],
  ])("is refused as unreadable when it has %s", (_, session) => {
    expect(() => parseListing(answer({ session: `${session}\r\n` }), null)).toThrow(
      expect.objectContaining({ code: "unreadable" }),
    );
  });

  it("is refused when it was cut anywhere before its last part", () => {
    const whole = answer({ chcp: "Active code page: 437\r\n", session: english });
    const lastMark = whole.stdout.lastIndexOf("rollcall-next");
    for (let length = 0; length < lastMark + "rollcall-next\r\n".length; length += 1) {
      const cut = { ...whole, stdout: whole.stdout.subarray(0, length) };
      expect(() => parseListing(cut, null)).toThrow(
        expect.objectContaining({ code: "unreadable" }),
      );
    }
    expect(parseListing(whole, null).sessions).toHaveLength(4);
  });
});
