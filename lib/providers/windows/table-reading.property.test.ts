import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { failureOf } from "@/lib/sessions/failure-of";
import {
  cut,
  inCodePage,
  languages,
  type Paper,
  type RandomSession,
  randomSessions,
  stateOf,
  waysToCount,
  writeSessions,
  writeUsers,
} from "@/tests/support/random-tables";
import { type Listing, parseListing } from "./read-listing";

const statuses = ["logged-in", "disconnected", "connected", "listening"] as const;

/** What must be read, in the words of the reader. */
function expectedOf(sessions: readonly RandomSession[], paper: Paper) {
  const status = (one: RandomSession) => ({
    id: one.id,
    isCurrent: one.isCurrent,
    status: statuses[stateOf(one)],
    statusText: paper.language.states[stateOf(one)],
  });
  return {
    sessions: sessions.map((one) => ({
      ...status(one),
      sessionName: cut(one.sessionName, paper.isWide ? 24 : 16, paper) || null,
      userName: one.userName || null,
      type: one.type || null,
      device: null,
    })),
    users: sessions.filter(hasUser).map((one) => ({
      ...status(one),
      sessionName: cut(one.sessionName, 16, paper) || null,
      userName: one.userName.toLowerCase(),
      idleText: one.idle ?? paper.language.none.trim(),
      idleMinutes: one.idle === null ? null : minutesOf(one.idle),
      logonText: one.logon,
    })),
  };
}

function minutesOf(idle: string): number | null {
  if (idle === "." || idle === "24692+13:29") return idle === "." ? 0 : null;
  const [time = "", day = "0"] = idle.split("+").reverse();
  const [minute = 0, hour = 0] = time.split(":").reverse().map(Number);
  return (Number(day) * 24 + hour) * 60 + minute;
}

const hasUser = ({ userName }: RandomSession) => userName !== "";

interface Print {
  readonly sessions: readonly RandomSession[];
  readonly paper: Paper;
  readonly encoding: string;
  readonly chcp: string;
}

function print({ sessions, paper, encoding, chcp }: Print) {
  const session = iconv.encode(writeSessions(sessions, paper), encoding);
  const users = sessions.filter(hasUser);
  const user = iconv.encode(users.length === 0 ? "" : writeUsers(users, paper), encoding);
  const mark = "rollcall-next\r\n";
  const stdout = Buffer.concat([Buffer.from(chcp + mark), session, Buffer.from(mark), user]);
  return { session, user, answer: { stdout, stderr: Buffer.alloc(0), exitCode: 1 } };
}

type Read = Pick<Listing, "sessions" | "users" | "usersFailure"> | "unreadable";

function read(answer: Parameters<typeof parseListing>[0], codePage: number | null): Read {
  try {
    const { sessions, users, usersFailure } = parseListing(answer, codePage);
    return { sessions, users, usersFailure };
  } catch (error) {
    expect(failureOf(error, 0, () => undefined)).toMatchObject({
      code: "unreadable",
      printed: expect.stringContaining("ID"),
    });
    return "unreadable";
  }
}

const papers = fc.record({
  language: fc.constantFrom(...Object.values(languages)),
  isWide: fc.boolean(),
  hasTrailingBlanks: fc.boolean(),
});

/** Names that fill no more than their columns, and a session of a user whose id does not touch its name. */
const fits =
  ({ cellsOf }: Pick<Paper, "cellsOf">) =>
  ({ id, sessionName, userName }: RandomSession) =>
    cellsOf(userName) <= 20 && (id <= 9999 || userName === "" || cellsOf(sessionName) < 16);

const inItsCodePage = papers.chain((paper) => {
  const encoding = `cp${paper.language.codePage}`;
  const isHeld = (text: string) => iconv.decode(iconv.encode(text, encoding), encoding) === text;
  const whole = { ...paper, cellsOf: inCodePage(paper.language.codePage) };
  const chcp = `Active code page: ${paper.language.codePage}\r\n`;
  return randomSessions(isHeld, fits(whole)).map((sessions) => ({
    sessions,
    paper: whole,
    encoding,
    chcp,
  }));
});

const anyChcp = fc.constantFrom("", ...[65_001, 437, 866, 932, 936].map((page) => `: ${page}\r\n`));

const inUtf8 = fc.tuple(papers, anyChcp).chain(([paper, chcp]) => {
  const whole = { ...paper, cellsOf: waysToCount.cells };
  return randomSessions(() => true, fits(whole)).map((sessions) => ({
    sessions,
    paper: whole,
    encoding: "utf8",
    chcp,
  }));
});

const anyhow = fc
  .tuple(papers, anyChcp, fc.constantFrom(...Object.values(waysToCount)))
  .chain(([paper, chcp, cellsOf]) =>
    randomSessions(
      () => true,
      () => true,
    ).map((sessions) => ({
      sessions,
      paper: { ...paper, cellsOf },
      encoding: "utf8",
      chcp,
    })),
  );

describe("tables written from random sessions, in every language and both widths", () => {
  it("are read back as they were written, in the code page of the host", () => {
    fc.assert(
      fc.property(inItsCodePage, (given) => {
        const { session, user, answer } = print(given);
        const expected = { ...expectedOf(given.sessions, given.paper), usersFailure: null };
        expect(read(answer, given.paper.language.codePage)).toEqual(expected);
        const found = read(answer, null);
        // Two bytes of a code page may be a letter in UTF-8 as well.
        if (found === "unreadable") expect(isUtf8(session)).toBe(true);
        else if (found.usersFailure !== null) expect(isUtf8(user)).toBe(true);
        else expect(found).toEqual(expected);
      }),
      { numRuns: 4000 },
    );
  });

  it("are read back as they were written, in UTF-8, whatever chcp says", () => {
    fc.assert(
      fc.property(inUtf8, (given) => {
        const expected = { ...expectedOf(given.sessions, given.paper), usersFailure: null };
        expect(read(print(given).answer, null)).toEqual(expected);
      }),
      { numRuns: 4000 },
    );
  });

  it("are read right or not at all, however Windows counts and however long names are", () => {
    fc.assert(
      fc.property(anyhow, (given) => {
        const found = read(print(given).answer, null);
        if (found === "unreadable") return;
        const expected = expectedOf(given.sessions, given.paper);
        expect(found.sessions).toEqual(expected.sessions);
        if (found.usersFailure === null) expect(found.users).toEqual(expected.users);
      }),
      { numRuns: 8000 },
    );
  });
});
