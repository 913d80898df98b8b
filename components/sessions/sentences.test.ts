import { expect, test } from "vitest";
import { german } from "@/components/words/de";
import { english } from "@/components/words/en";
import { quoted, reason } from "@/lib/sessions/reason";
import type { SourceLabel } from "@/lib/sessions/roll";
import { failureCodes } from "@/lib/sessions/source-error";
import { limitCodes } from "@/lib/sessions/source-limit";
import { failureSentence } from "./failure-sentence";
import { limitAdvice, limitSentence } from "./limit-sentence";
import { outcomeSentence } from "./outcome-sentence";
import { outcomesLine } from "./outcomes-line";

const source: SourceLabel = {
  id: "web02/proftpd",
  server: "web02",
  provider: "proftpd",
  kind: "ftp",
};

test.each(failureCodes)(
  "the sentence for %s names the server, the reason and a next step",
  (code) => {
    const sentence = failureSentence(english, source, { code, reason: quoted("what was seen.") });
    expect(sentence).toContain("web02");
    expect(sentence).toContain("what was seen");
    expect(sentence).not.toContain("..");
    expect(sentence.split(/\. |: /).length).toBeGreaterThanOrEqual(2);
  },
);

test("a server that is late is said to be late", () => {
  const sentence = failureSentence(english, source, {
    code: "timed-out",
    reason: reason("noAnswerWithin", { seconds: 5 }),
  });
  expect(sentence).toMatch(/^web02 did not answer within 5 s\. /);
});

test("an unknown host key tells to compare and how to accept", () => {
  const sentence = failureSentence(english, source, {
    code: "not-trusted",
    reason: quoted("its host key changed"),
  });
  expect(sentence).toContain("Compare the fingerprint");
  expect(sentence).toContain("npm run rollcall -- trust web02 --accept <fingerprint>");
});

test.each(limitCodes)("%s is told in whole sentences, with what to do", (code) => {
  expect(limitSentence(english, source, { code, count: null })).toMatch(/^[A-Z].*\.$/);
  expect(limitAdvice(english, { code, remedy: null })).toMatch(/^[A-Z].*[.:]$/);
});

test("the number of leftovers agrees with its noun", () => {
  expect(limitSentence(english, source, { code: "leftovers", count: 1 })).toBe(
    "1 entry of an ended session is left in the list of ProFTPD.",
  );
  expect(limitSentence(english, source, { code: "leftovers", count: 3 })).toBe(
    "3 entries of ended sessions are left in the list of ProFTPD.",
  );
});

test("a line for sudoers is announced as one, with the program it needs", () => {
  const advise = (program: string) =>
    limitAdvice(english, { code: "may-not-end", remedy: `anna ALL=(root) NOPASSWD: ${program}` });
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
  expect(limitAdvice(english, { code: "no-titles", remedy })).toContain(
    "configuration of the FTP server",
  );
});

test("an unconfirmed outcome never claims that nothing or everything happened", () => {
  const failure = { code: "unreachable", reason: quoted("the connection closed") } as const;
  expect(outcomeSentence(english, "remove", { status: "unconfirmed", failure })).toContain(
    "It may have happened",
  );
  expect(outcomeSentence(english, "remove", { status: "unconfirmed", failure: null })).toContain(
    "still there",
  );
});

test("a server's refusal is given in its own words", () => {
  const outcome = {
    status: "refused",
    why: "server",
    reason: quoted("Access is denied."),
  } as const;
  expect(outcomeSentence(english, "logOff", outcome)).toBe("The server refused: Access is denied.");
});

test("the line of outcomes counts each kind and says what was not touched", () => {
  const outcomes = [
    ...Array.from({ length: 11 }, () => ({ status: "done" }) as const),
    { status: "alreadyGone" } as const,
    { status: "replaced" } as const,
  ];
  expect(outcomesLine(english, "remove", outcomes)).toBe(
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
  expect(outcomeSentence(english, "forceRemove", gone("boris", 12))).toBe(
    "Already removed by boris, 12 s ago.",
  );
  expect(outcomesLine(english, "remove", [gone("boris", 12)])).toBe(
    "1 already removed by boris, 12 s ago",
  );
  const many = [gone("boris", 90), { status: "alreadyGone" }, gone("boris", 12)] as const;
  expect(outcomesLine(english, "remove", many)).toBe(
    "2 already removed by boris, the last 12 s ago · 1 already gone",
  );
});

test("question and button repeat the verb, the number and the one who is meant", () => {
  const { question, consent } = english.dialogWords;
  expect(question("remove", "ftp", 1, "anna")).toBe("Remove 1 FTP session of anna?");
  expect(question("remove", "ftp", 1, null)).toBe("Remove 1 FTP session?");
  expect(question("forceRemove", "ftp", 1, "anna")).toBe("Remove 1 FTP session of anna by force?");
  expect(question("logOff", "terminal", 2, null)).toBe("Log Out 2 terminal sessions?");
  expect(question("sendMessage", "terminal", 2, null)).toBe("Send a message to 2 sessions?");
  expect(question("reset", "terminal", 1, "anna")).toBe("Reset 1 terminal session of anna?");
  expect(consent("sendMessage", 2)).toBe("OK, send message to 2 sessions");
  expect(consent("remove", 1)).toBe("OK, remove session");
  expect(consent("remove", 2)).toBe("OK, remove 2 sessions");
  expect(consent("forceRemove", 1)).toBe("OK, remove session by force");
});

test("in German, question and button put the verb last", () => {
  const { question, consent } = german.dialogWords;
  expect(question("remove", "ftp", 1, "anna")).toBe("1 FTP-Sitzung von anna entfernen?");
  expect(question("forceRemove", "ftp", 2, null)).toBe("2 FTP-Sitzungen zwangsweise entfernen?");
  expect(question("logOff", "terminal", 1204, null)).toBe("1.204 Terminalsitzungen abmelden?");
  expect(question("sendMessage", "terminal", 1, "anna")).toBe(
    "Nachricht an 1 Sitzung von anna senden?",
  );
  expect(consent("remove", 1)).toBe("OK, Sitzung entfernen");
  expect(consent("sendMessage", 2)).toBe("OK, Nachricht an 2 Sitzungen senden");
});

test("in German, what became of sessions is told with who did it and when", () => {
  const at = new Date("2026-11-23T18:00:00Z");
  const by = { operator: "boris", action: "remove", at, secondsAgo: 12 } as const;
  expect(
    outcomesLine(german, "remove", [
      { status: "done" },
      { status: "alreadyGone", by },
      { status: "replaced" },
      { status: "replaced" },
    ]),
  ).toBe(
    "1 entfernt · 1 bereits von boris entfernt, vor 12 s · 2 durch andere Sitzungen ersetzt: an ihnen wurde nichts getan",
  );
});

test.each(failureCodes)("the German sentence for %s names server and reason too", (code) => {
  const sentence = failureSentence(german, source, { code, reason: quoted("what was seen.") });
  expect(sentence).toContain("web02");
  expect(sentence).toContain("what was seen");
  expect(sentence).not.toContain("..");
});
