import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type HostClient, openHost } from "@/tests/support/windows-host-client";
import type { WindowsHost, WindowsHostOptions } from "./windows-host";
import { hostLanguages } from "./windows-host-languages";
import type { HostSession } from "./windows-host-sessions";

let host: WindowsHost;
let client: HostClient;

async function open(options: WindowsHostOptions = {}): Promise<void> {
  ({ host, client } = await openHost(options));
}

const read = (line: string) => client.read(line);

function row(id: number, name: string | null, rest: Partial<HostSession> = {}): HostSession {
  const state = id >= 65_536 ? "listening" : "active";
  return { id, name, user: null, state, idle: ".", logon: "", ...rest };
}

const services = row(0, "services", { state: "disconnected" });
const listener = row(65_536, "rdp-tcp");

describe("what `query session` prints is what was captured", () => {
  const disconnected = { state: "disconnected" } as const;
  const connected = { state: "connected" } as const;
  const admin = { user: "Администратор" };

  it.each<[string, WindowsHostOptions]>([
    [
      "query-session-en-24",
      {
        isWide: true,
        sessions: [
          services,
          row(1, null, { user: "Gamer", ...disconnected }),
          row(2, "console", connected),
          listener,
        ],
      },
    ],
    [
      "query-session-es-01",
      {
        language: "spanish",
        callerId: -1,
        sessions: [
          services,
          row(1, "console", connected),
          row(2, null, { user: "sap", ...disconnected }),
          row(3, null, { user: "SAP2", ...disconnected }),
          row(5, "rdp-tcp#80", { user: "usuario01" }),
        ],
      },
    ],
    [
      "query-session-ja-01",
      {
        language: "japanese",
        callerId: 2,
        sessions: [services, row(2, "console", { user: "user1" }), listener],
      },
    ],
    [
      "query-session-zh-03",
      {
        language: "chinese",
        callerId: 1,
        sessions: [services, row(1, "console", { user: "testuser" })],
      },
    ],
    [
      "query-session-ru-01",
      {
        language: "russian",
        callerId: 2,
        sessions: [
          services,
          row(1, "console", connected),
          row(2, "rdp-tcp#0", admin),
          row(3, "rdp-tcp#1", admin),
          row(65_536, "31c5ce94259d4006a9e4"),
          row(65_537, "rdp-tcp"),
        ],
      },
    ],
  ])("%s", async (capture, options) => {
    await open(options);
    const printed = linesOf(await read("query session"));
    expect(printed).toEqual(linesOf(readCapture(capture)).slice(0, printed.length));
    expect(printed).toHaveLength(host.sessions.length + 1);
  });

  it("to the last blank, where the capture kept them", async () => {
    const gamer = row(1, "console", { user: "Gamer" });
    await open({ isWide: true, sessions: [services, gamer, listener] });
    expect(await read("query session")).toBe(readCapture("query-session-en-23"));
  });
});

describe("what `query user` prints is what was captured", () => {
  it.each<[string, WindowsHostOptions]>([
    [
      "query-user-en-05",
      {
        callerId: 1,
        sessions: [
          row(1, "console", { user: "VertigoRay", idle: "3:11", logon: "7/26/2018 7:29 PM" }),
        ],
      },
    ],
    [
      "query-user-zh-05",
      {
        language: "chinese",
        callerId: 2,
        sessions: [
          row(1, "console", { user: "labus6", idle: null, logon: "2025/4/28 12:27" }),
          row(2, "rdp-tcp#0", { user: "labuser8", logon: "2025/4/28 13:03" }),
        ],
      },
    ],
  ])("%s", async (capture, options) => {
    await open(options);
    expect(linesOf(await read("query user"))).toEqual(linesOf(readCapture(capture)));
  });

  // The published rows lack the first cell, or more of them.
  it.each<[string, WindowsHostOptions, RegExp]>([
    [
      "query-user-de-04",
      {
        language: "german",
        sessions: [
          row(9, "ica-tcp#0", { user: "gpt-fnk-ada-6", idle: "32", logon: "19.04.2019 08:13" }),
          row(1, "console", { user: "a-02915", idle: null, logon: "19.04.2019 20:11" }),
        ],
      },
      /^./,
    ],
    [
      "query-user-fr-03",
      {
        language: "french",
        sessions: [
          row(1, "console", { user: "<valeur>    ", idle: null, logon: "23/10/2025 08:42" }),
        ],
      },
      /(?<=<valeur>) {4}/,
    ],
    [
      "query-user-ru-01",
      {
        language: "russian",
        callerId: 1,
        sessions: [row(1, "console", { user: "user1", idle: null, logon: "14.05.2021 15:54" })],
      },
      /^ /,
    ],
    [
      "query-user-ru-02",
      {
        language: "russian",
        callerId: 1,
        sessions: [row(1, "rdp-tcp#1", { user: "user1", logon: "14.05.2021 15:54" })],
      },
      /^ /,
    ],
  ])("%s, but for what its publisher cut", async (capture, options, cut) => {
    await open(options);
    const printed = linesOf(await read("query user")).map((line) => line.replace(cut, ""));
    expect(printed).toEqual(linesOf(readCapture(capture)).slice(0, printed.length));
    expect(printed).toHaveLength(host.sessions.length + 1);
  });
});

describe("a table", () => {
  it.each(["german", "french", "italian", "portuguese", "korean"] as const)(
    "in %s survives its code page, with each id under the header's",
    async (language) => {
      await open({ language });
      host.signIn("anna", { name: "rdp-tcp#5" });
      const table = await read("query session");
      expect(table).not.toContain("?");
      for (const word of Object.values(hostLanguages[language].states)) {
        if (word !== hostLanguages[language].states.disconnected) expect(table).toContain(word);
      }
      const edges = linesOf(table).map((line) =>
        cellsOf(/^.*?(?:ID|\d)(?= {2}\S)/.exec(line)?.[0]),
      );
      expect(new Set(edges)).toEqual(new Set([46]));
      expect(await read("query user")).not.toContain("?");
    },
  );

  it.each([
    [false, " 31c5ce94259d4... "],
    [true, " 31c5ce94259d4006a9e4 "],
  ])(
    "that is wide: %j, prints a long session name as %j and user names whole",
    async (isWide, name) => {
      await open({ isWide });
      host.signIn("Anna Maria von Berg-");
      const table = await read("query session");
      expect(table).toContain(name);
      expect(table).toContain(" Anna Maria von Berg- ");
    },
  );

  it.each(["Bruno  Berg", "山田 太郎", "1234567", "a.b-c", "%PATH%", "&calc", `"q'uote"`])(
    "holds the user %j as it is, and in lower case among the users",
    async (user) => {
      await open({ language: "japanese" });
      host.signIn(user);
      expect(await read("query session")).toContain(` ${user} `);
      expect(await read("query user")).toContain(` ${user.toLowerCase()} `);
    },
  );

  it("marks the services as the session of who asks over SSH, and nobody among the users", async () => {
    await open();
    host.signIn("anna");
    expect(await read("query session")).toContain("\r\n>services ");
    expect(await read("query user")).not.toContain(">");
  });
});

function readCapture(name: string): string {
  const file = new URL(`../lib/providers/windows/fixtures/${name}.txt`, import.meta.url);
  return readFileSync(file, "utf8");
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter(Boolean);
}

function cellsOf(text = ""): number {
  return [...text].reduce((cells, one) => cells + (/[가-힣]/.test(one) ? 2 : 1), 0);
}
