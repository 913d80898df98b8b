import { expect, it } from "vitest";
import { toPlainJson } from "./plain-json";

it("says the same without a letter that a terminal obeys or hides", () => {
  const said = { name: "a\u009b31m\u202egpj.exe\u2066\u2028\u200b\ufeff\u007f é 李 \u001b[2J" };
  const plain = toPlainJson(JSON.stringify(said));
  expect(plain).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
  expect(plain).toContain("é 李");
  expect(JSON.parse(plain)).toEqual(said);
});
