import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { quoted, reason } from "@/lib/sessions/reason";
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
      { code: "refused", reason: quoted("Error [5]:Access is denied.") },
    ],
    [
      "'query' is not recognized as an internal or external command,\r\n",
      { code: "tool-missing", reason: quoted("query.exe") },
    ],
    [
      'Der Befehl "query" ist entweder falsch geschrieben oder\r\n',
      { code: "tool-missing", reason: quoted("query.exe") },
    ],
    ["sh: 1: query: not found\n", { code: "tool-missing", reason: quoted("query.exe") }],
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

  it("tells why nothing is known of idle and logon times, where somebody is signed in", () => {
    const failureOf = (session: string, user: string) =>
      parseListing(answer({ session, user }), null).usersFailure;
    expect(failureOf(english, readCapture("query-user-en-05"))).toBeNull();
    expect(failureOf(english, "")).toBe("query user lists nobody");
    expect(failureOf(english.replace("nltest", "      "), "")).toBeNull();
    expect(failureOf(english, " USERNAME\r\nrubbish\r\n")).toContain("in the table of sessions");
  });

  it("is refused when query user names a session that query session left out", () => {
    const user = readCapture("query-user-en-05").replace("  1  Active", "  7  Active");
    expect(() => parseListing(answer({ session: english, user }), null)).toThrow(
      expect.objectContaining({
        reason: reason("userNotListed", { id: 7 }),
        printed: english,
      }),
    );
  });

  it("shows what was printed when it cannot be read, in the letters of the server", () => {
    const session = readCapture("query-session-ru-01").replace("  2  Активно", "  x  Активно");
    const said = answer({ chcp: "866\r\n", session, codePage: "cp866" });
    expect(() => parseListing(said, null)).toThrow(expect.objectContaining({ printed: session }));
    const cut = { ...said, stdout: said.stdout.subarray(0, 5 + "rollcall-next\r\n".length + 200) };
    expect(() => parseListing(cut, null)).toThrow(
      expect.objectContaining({ printed: session.slice(0, 200) }),
    );
  });

  it("shows whole lines of a long text, and no more than 16 KiB", () => {
    const line = `${"ж".repeat(100)}\r\n`;
    const said = answer({ session: line.repeat(1000), codePage: "utf8" });
    expect(() => parseListing(said, null)).toThrow(
      expect.objectContaining({ printed: line.repeat(Math.floor(16_384 / 202)) }),
    );
  });

  it("is refused when a name too long for its column puts something like an ID below the ID", () => {
    const name = `${"界".repeat(10)} 123456  x`;
    const row = `                   ${name}      7  Active\r\n`;
    const session = readCapture("query-session-en-03") + row;
    const said = answer({ chcp: "437\r\n", session, codePage: "utf8" });
    expect(() => parseListing(said, null)).toThrow(expect.objectContaining({ code: "unreadable" }));
  });

  it("does not take the cells of a header that Windows padded by characters for true", () => {
    const session = [
      ` ${"会话名".padEnd(26)}${"用户名".padEnd(20)}     ID  状态`,
      ` ${"console".padEnd(26)}${"王 山효丄α×".padEnd(20)}      3  运行中`,
    ];
    const said = { chcp: "65001\r\n", session: `${session.join("\r\n")}\r\n`, codePage: "utf8" };
    expect(parseListing(answer(said), null).sessions).toMatchObject([
      { id: 3, sessionName: "console", userName: "王 山효丄α×" },
    ]);
  });

  it("keeps the word for none and the logon time apart in every language", () => {
    const [header, row = ""] = readCapture("query-user-ru-02").split("\r\n");
    const timesOf = (times: string) => {
      const user = ` ${header}\r\n${row.slice(0, 54)}${times}\r\n`.replace("user1 ", "nltest");
      const { users } = parseListing(answer({ session: english, user, codePage: "utf8" }), null);
      return users.map(({ idleText, logonText }) => [idleText, logonText]);
    };
    const logon = "14.05.2021 15:54";
    expect(timesOf(`  отсутствует ${logon}`)).toEqual([["отсутствует", logon]]);
    expect(timesOf(`    so gut wie nie   ${logon}`)).toEqual([["so gut wie nie", logon]]);
    expect(timesOf("    none   Fri 5/14/2021 3:54 PM")).toEqual([
      ["none", "Fri 5/14/2021 3:54 PM"],
    ]);
    // Which of the words is the day of the week?
    expect(timesOf(`  отсутствует пт ${logon}`)).toEqual([]);
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
