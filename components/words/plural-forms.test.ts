import { expect, test } from "vitest";
import { german } from "./de";
import { english } from "./en";

test("a wait of one minute and of many is said in words that go with it", () => {
  expect(english.signInWords.tooMany(1)).toBe("Too many attempts. Try again in a minute.");
  expect(english.proofWords.tooMany(5)).toBe("Too many attempts. Try again in 5 minutes.");
  expect(german.signInWords.tooMany(1)).toContain("in einer Minute noch einmal");
  expect(german.proofWords.tooMany(5)).toContain("in 5 Minuten noch einmal");
});

test("one thing that somebody owns is not spoken of as many", () => {
  const few = ["ben", "example.com"];
  expect(english.userWords.owns("anna", ["ben"])).toBe(
    "anna owns ben. Give it another owner first, or delete it.",
  );
  expect(english.userWords.owns("anna", few)).toContain("Give them another owner first");
  expect(german.userWords.owns("anna", ["ben"])).toContain("ben gehört noch anna.");
  expect(german.userWords.owns("anna", few)).toContain("ben und example.com gehören noch anna.");
});

test("one session ends, more of them end", () => {
  expect(english.userWords.sessionsEnd("anna", 1)).toContain("1 session of anna ends at once");
  expect(english.userWords.sessionsEnd("anna", 2)).toContain("2 sessions of anna end at once");
  expect(german.userWords.sessionsEnd("anna", 1)).toContain("1 Sitzung von anna endet sofort");
  expect(german.userWords.sessionsEnd("anna", 2)).toContain("2 Sitzungen von anna enden sofort");
});

test("one mistake and one backup code are not many", () => {
  expect(english.serverImportWords.problems(1)).toBe("Nothing was imported, for one mistake:");
  expect(german.serverImportWords.problems(2)).toBe("Wegen 2 Fehlern wurde nichts importiert:");
  expect(english.accountWords.backupCodes.body(1)).toBe("1 code left, good for one sign-in.");
  expect(german.accountWords.backupCodes.body(2)).toBe(
    "Noch 2 Codes, jeder gut für eine Anmeldung.",
  );
});
