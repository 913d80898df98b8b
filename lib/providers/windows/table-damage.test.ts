import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { failureOf } from "@/lib/sessions/failure-of";
import { toWholeAnswer } from "@/lib/transports/whole-answer";
import { inCodePage, languages, writeUsers } from "@/tests/support/random-tables";
import { parseSessionTable } from "./query-session";
import { type Listing, parseListing } from "./read-listing";

const fixtures = new URL("./fixtures/", import.meta.url);
const codePages = new Map([
  ["es", 850],
  ["ru", 866],
  ["zh", 936],
  ["ja", 932],
]);

const unchanging = { type: "", idle: "1:02", logon: "7/26/2018 7:29 PM" };

const answers = readdirSync(fixtures)
  .filter((file) => /^query-session-.*\.txt$/.test(file))
  .flatMap((file) => {
    const name = file.replace(".txt", "");
    const codePage = codePages.get(name.split("-")[2] ?? "") ?? 437;
    return [codePage, 65_001].map((encoding) => toAnswer(name, encoding));
  });

/** The capture as its host sends it, with the `query user` that belongs to it. */
function toAnswer(name: string, codePage: number) {
  const text = readFileSync(new URL(`${name}.txt`, fixtures), "utf8");
  const session = `${text.trimEnd().replace(/\r?\n/g, "\r\n")}\r\n`;
  const people = parseSessionTable(session).flatMap(({ id, userName, sessionName, isCurrent }) =>
    userName === null
      ? []
      : [{ id, userName, sessionName: sessionName ?? "", isCurrent, ...unchanging }],
  );
  const paper = { language: languages.en, isWide: false, hasTrailingBlanks: false };
  const user = writeUsers(people, {
    ...paper,
    cellsOf: inCodePage(codePage === 65_001 ? 866 : codePage),
  });
  const encode = (said: string) =>
    iconv.encode(said, codePage === 65_001 ? "utf8" : `cp${codePage}`);
  return {
    name: `${name} in code page ${codePage}`,
    parts: [`Active code page: ${codePage}\r\n`, session, user].map(encode),
  };
}

/** Through all that an answer passes on its way: the end mark, the marks between, the tables. */
function read(bytes: Uint8Array): Listing | undefined {
  try {
    return parseListing(toWholeAnswer(bytes, new Uint8Array(), 1), null);
  } catch (error) {
    expect(failureOf(error, 0, () => undefined).code).toMatch(/^(unreadable|refused)$/);
    return undefined;
  }
}

function join([chcp, session, user]: readonly Uint8Array[]): Buffer {
  const [next, end] = ["rollcall-next\r\n", "rollcall-end\r\n"].map((mark) => Buffer.from(mark));
  const all = [chcp, next, session, next, user, end];
  return Buffer.concat(all.filter((part) => part !== undefined));
}

function peopleIn(listing: Listing | undefined): readonly number[] {
  return (listing?.sessions ?? []).flatMap(({ id, userName }) => (userName === null ? [] : [id]));
}

describe.each(answers)("$name", ({ parts }) => {
  const [chcp = Buffer.alloc(0), session = Buffer.alloc(0), user = Buffer.alloc(0)] = parts;
  const all = join(parts);
  const whole = read(all);
  const ids = new Set(whole?.sessions.map(({ id }) => id));

  it("is read whole, with idle and logon times", () => {
    expect(whole?.usersFailure).toBeNull();
    expect(whole?.users.map(({ id }) => id)).toEqual(peopleIn(whole));
  });

  it("is no list when it was cut after any byte", () => {
    const length = all.length - "\r\n".length;
    for (let cut = 0; cut < length; cut += 1) expect(read(all.subarray(0, cut))).toBeUndefined();
    expect(read(all.subarray(0, length))).toEqual(whole);
  });

  it("lists everybody or nobody when query session died after any byte and the shell went on", () => {
    for (let cut = 0; cut < session.length; cut += 1) {
      const listing = read(join([chcp, session.subarray(0, cut), user]));
      if (!listing) continue;
      expect(session[cut - 1]).toBe(0x0a);
      expect(listing.users).toEqual(whole?.users);
      expect(peopleIn(listing)).toEqual(peopleIn(whole));
    }
  });

  it("lists the same sessions when query user died after any byte and the shell went on", () => {
    for (let cut = 0; cut < user.length; cut += 1) {
      const listing = read(join([chcp, session, user.subarray(0, cut)]));
      if (!listing) continue;
      expect(listing.sessions).toEqual(whole?.sessions);
      expect(listing.users).toEqual(whole?.users.slice(0, listing.users.length));
    }
  });

  it("names no person with an ID that is not there, whichever byte of it is another", () => {
    fc.assert(
      fc.property(fc.nat(all.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(all);
        changed[at] = (changed[at] ?? 0) ^ change;
        const listing = read(changed);
        expect(peopleIn(listing).filter((id) => !ids.has(id))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});
