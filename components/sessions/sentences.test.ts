import { expect, test } from "vitest";
import { quoted, reason } from "@/lib/sessions/reason";
import type { SourceLabel } from "@/lib/sessions/roll";
import { failureCodes } from "@/lib/sessions/source-error";
import { limitCodes } from "@/lib/sessions/source-limit";
import { consentTo, outcomesLine, questionOf } from "./action-words";
import { failureSentence } from "./failure-sentence";
import { limitAdvice, limitSentence } from "./limit-sentence";
import { outcomeSentence } from "./outcome-sentence";

const source: SourceLabel = {
  id: "web02/proftpd",
  server: "web02",
  provider: "proftpd",
  kind: "ftp",
};

test.each(failureCodes)(
  "the sentence for %s names the server, the reason and a next step",
  (code) => {
    const sentence = failureSentence(source, { code, reason: quoted("what was seen.") });
    expect(sentence).toContain("web02");
    expect(sentence).toContain("what was seen");
    expect(sentence).not.toContain("..");
    expect(sentence.split(/\. |: /).length).toBeGreaterThanOrEqual(2);
  },
);

test("a server that is late is said to be late", () => {
  const sentence = failureSentence(source, {
    code: "timed-out",
    reason: reason("noAnswerWithin", { seconds: 5 }),
  });
  expect(sentence).toMatch(/^web02 did not answer within 5 s\. /);
});

test("an unknown host key tells to compare and how to accept", () => {
  const sentence = failureSentence(source, {
    code: "not-trusted",
    reason: quoted("its host key changed"),
  });
  expect(sentence).toContain("Compare the fingerprint");
  expect(sentence).toContain("npm run rollcall -- trust web02 --accept <fingerprint>");
});

test.each(limitCodes)("%s is told in whole sentences, with what to do", (code) => {
  expect(limitSentence(source, { code, count: null })).toMatch(/^[A-Z].*\.$/);
  expect(limitAdvice({ code, remedy: null })).toMatch(/^[A-Z].*[.:]$/);
});

test("the number of leftovers agrees with its noun", () => {
  expect(limitSentence(source, { code: "leftovers", count: 1 })).toBe(
    "1 entry of an ended session is left in the list of ProFTPD.",
  );
  expect(limitSentence(source, { code: "leftovers", count: 3 })).toBe(
    "3 entries of ended sessions are left in the list of ProFTPD.",
  );
});

test("a line for sudoers is announced as one, with the program it needs", () => {
  const advise = (program: string) =>
    limitAdvice({ code: "may-not-end", remedy: `anna ALL=(root) NOPASSWD: ${program}` });
  expect(advise("/usr/bin/ss -Htinp state established")).toBe(
    "To let Rollcall end sessions, add this line to sudoers on that server (visudo):",
  );
  expect(advise("/usr/local/sbin/rollcall-end")).toBe(
    "To let Rollcall end sessions, install rollcall-end there as the README says and add this line to sudoers on that server (visudo):",
  );
  expect(advise("/usr/local/sbin/rollcall-log-out")).toContain("install rollcall-log-out there");
});

test("a line for the FTP server is not announced as one for sudoers", () => {
  const remedy = "setproctitle_enable=YES";
  expect(limitAdvice({ code: "no-titles", remedy })).toContain("configuration of the FTP server");
});

test("an unconfirmed outcome never claims that nothing or everything happened", () => {
  const failure = { code: "unreachable", reason: quoted("the connection closed") } as const;
  expect(outcomeSentence("remove", { status: "unconfirmed", failure })).toContain(
    "It may have happened",
  );
  expect(outcomeSentence("remove", { status: "unconfirmed", failure: null })).toContain(
    "still there",
  );
});

test("a server's refusal is given in its own words", () => {
  const outcome = {
    status: "refused",
    why: "server",
    reason: quoted("Access is denied."),
  } as const;
  expect(outcomeSentence("logOff", outcome)).toBe("The server refused: Access is denied.");
});

test("the line of outcomes counts each kind and says what was not touched", () => {
  const outcomes = [
    ...Array.from({ length: 11 }, () => ({ status: "done" }) as const),
    { status: "alreadyGone" } as const,
    { status: "replaced" } as const,
  ];
  expect(outcomesLine("remove", outcomes)).toBe(
    "11 removed · 1 already gone · 1 replaced by another session: nothing was done to it",
  );
});

test("who came too late is told who has ended it and when; of several, when the last", () => {
  const at = new Date("2026-11-23T18:00:00Z");
  const gone = (operator: string, secondsAgo: number) =>
    ({
      status: "alreadyGone",
      by: { operator, action: "remove", at, secondsAgo },
    }) as const;
  expect(outcomeSentence("forceRemove", gone("boris", 12))).toBe(
    "Already removed by boris, 12 s ago.",
  );
  expect(outcomesLine("remove", [gone("boris", 12)])).toBe("1 already removed by boris, 12 s ago");
  const many = [gone("boris", 90), { status: "alreadyGone" }, gone("boris", 12)] as const;
  expect(outcomesLine("remove", many)).toBe(
    "2 already removed by boris, the last 12 s ago · 1 already gone",
  );
});

test("question and button repeat the verb, the number and the one who is meant", () => {
  expect(questionOf("remove", "ftp", ["anna"])).toBe("Remove 1 FTP session of anna?");
  expect(questionOf("remove", "ftp", [null])).toBe("Remove 1 FTP session?");
  expect(questionOf("forceRemove", "ftp", ["anna"])).toBe("Remove 1 FTP session of anna by force?");
  expect(questionOf("logOff", "terminal", ["anna", "ben"])).toBe("Log Out 2 terminal sessions?");
  expect(questionOf("sendMessage", "terminal", ["anna", "ben"])).toBe(
    "Send a message to 2 sessions?",
  );
  expect(questionOf("reset", "terminal", ["anna"])).toBe("Reset 1 terminal session of anna?");
  expect(consentTo("sendMessage", 2)).toBe("OK, send message to 2 sessions");
  expect(consentTo("remove", 1)).toBe("OK, remove session");
  expect(consentTo("remove", 2)).toBe("OK, remove 2 sessions");
  expect(consentTo("forceRemove", 1)).toBe("OK, remove session by force");
});
