import { expect, test } from "vitest";
import { toBrowserLanguage, toChosenLanguage } from "./language";

test.each([
  [null, "en"],
  ["", "en"],
  ["de", "de"],
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["en-GB,en;q=0.9,de;q=0.8", "en"],
  ["en;q=0.1, de;q=0.2", "de"],
  ["fr-FR,fr;q=0.9,de;q=0.5", "de"],
  ["ja,fr;q=0.5", "en"],
  ["de;q=0,en", "en"],
  ["*", "en"],
  ["de;q=nonsense,;;;,=", "en"],
])("a browser that accepts %o is given %s", (header, language) => {
  expect(toBrowserLanguage(header)).toBe(language);
});

test("a cookie that names no language of ours means that none was chosen", () => {
  expect(toChosenLanguage("de")).toBe("de");
  expect(toChosenLanguage("xx")).toBe("browser");
  expect(toChosenLanguage(undefined)).toBe("browser");
});
