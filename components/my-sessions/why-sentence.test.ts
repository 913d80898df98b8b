import { expect, test } from "vitest";
import { german } from "@/components/words/de";
import { english } from "@/components/words/en";
import { whySentence } from "./why-sentence";

test.each([
  ["removed", "self", "ended by you", "von Ihnen beendet"],
  ["removed", "another", "ended by an administrator", "durch einen Administrator beendet"],
  ["signed-out", "self", "signed out", "abgemeldet"],
  [
    "password-changed",
    "another",
    "the password was changed by an administrator",
    "Passwort geändert durch einen Administrator",
  ],
  ["of a later release", null, "ended", "beendet"],
] as const)("what ended as %s by %s says why in both languages", (endedWhy, endedBy, en, de) => {
  expect(whySentence(english, { endedWhy, endedBy })).toBe(en);
  expect(whySentence(german, { endedWhy, endedBy })).toBe(de);
});
