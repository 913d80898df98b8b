import { expect, test } from "vitest";
import { german } from "@/components/words/de";
import { english } from "@/components/words/en";
import { mistakeSentence } from "./mistake-sentence";

test("a login that stands twice is told by the line of a file, and by its name in a form", () => {
  const [inFile, inForm] = [
    { line: 7, mistake: "login-twice", about: "3" },
    { path: "accounts.1.login", mistake: "login-twice", about: "1000" },
  ] as const;
  expect(mistakeSentence(english, inFile)).toContain("in line 3");
  expect(mistakeSentence(english, inForm)).toContain("The login 1000");
  expect(mistakeSentence(german, inFile)).toContain("in Zeile 3");
  expect(mistakeSentence(german, inForm)).toContain("Der Benutzername 1000");
});

test("what was typed is quoted with its control characters seen, and the types are named", () => {
  const wrong = { line: 2, mistake: "type-unknown", about: "web\u202eresu" } as const;
  for (const words of [english, german]) {
    expect(mistakeSentence(words, wrong)).toContain("web[U+202E]resu");
    expect(mistakeSentence(words, wrong)).toContain("website-administrator");
  }
});
