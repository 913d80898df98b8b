import { expect, it } from "vitest";
import { schemaSentence } from "./schema-sentence";
import { actSchema } from "./schemas";

const sentenceFor = (body: unknown) => {
  const { error } = actSchema.safeParse(body);
  return error && schemaSentence(error);
};

it("says on one line which part of the body is wrong", () => {
  expect(sentenceFor({ action: "remove", refs: [] })).toMatch(/^refs: Too small.*\.$/);
  expect(sentenceFor({ action: "remove", refs: ["x", 1] })).toMatch(/^refs\[1\]: .*string.*\.$/);
  expect(sentenceFor({ action: "kill", refs: [] })).toMatch(/^action: .*'remove'.*\.$/);
  expect(sentenceFor([])).toMatch(/^body: .*object.*\.$/);
  expect(sentenceFor({ action: "remove", refs: ["x"], "two\nlines": 1 })).toBe(
    'body: Unrecognized key: "two lines".',
  );
});
