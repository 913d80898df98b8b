import { expect, it } from "vitest";
import { sayMissing, schemaSentence } from "./schema-sentence";
import { actSchema } from "./schemas";

const sentenceFor = (body: unknown) => {
  const { error } = actSchema.safeParse(body, sayMissing);
  return error && schemaSentence(error);
};

it("says on one line which part of the body is wrong", () => {
  expect(sentenceFor({ action: "remove", refs: [] })).toBe("refs: must name at least one session.");
  expect(sentenceFor({ action: "remove", refs: ["x", 1] })).toMatch(/^refs\[1\]: .*string.*\.$/);
  expect(sentenceFor({ action: "kill", refs: [] })).toMatch(
    /^action: must be one of remove, .*\.$/,
  );
  expect(sentenceFor([])).toMatch(/^body: .*object.*\.$/);
  expect(sentenceFor({ action: "remove", refs: ["x"], "two\nlines": 1 })).toBe(
    'body: Unrecognized key: "two lines".',
  );
});

it.each([
  [{ action: "log-off", message: "Hello" }, "message: only send-message takes one."],
  [{ action: "send-message" }, "message: is missing."],
  [{ action: "send-message", message: " " }, "message: must not be empty."],
  [{ action: "send-message", message: "a\u0007" }, "message: must not hold control characters."],
])("says in one sentence what is wrong with the message of %j", (body, sentence) => {
  expect(sentenceFor({ refs: ["x"], ...body })).toBe(sentence);
});

it("says how long a message may be", () => {
  const body = { action: "send-message", refs: ["x"], message: "x".repeat(256) };
  expect(sentenceFor(body)).toMatch(/^message: .*255.*\.$/);
});
