import { expect, it } from "vitest";
import { messageSchema } from "./message";
import { isMessage } from "./message-text";

it.each([
  "Restart at 18:00",
  "  & | < > ^ % ! \" '$(calc) ",
  "Neustart\num 18 Uhr",
  "x".repeat(255),
  "\u{1F600}".repeat(127),
])("may say %j", (text) => {
  expect(messageSchema.parse(text)).toBe(text.trim());
  expect(isMessage(text)).toBe(true);
});

it.each([
  "",
  " \n ",
  "x".repeat(256),
  "\u{1F600}".repeat(128),
  "one\r\ntwo",
  "\u001b[2J",
  "a\u0000b",
  "half \ud83d",
])("may not say %j", (text) => {
  expect(messageSchema.safeParse(text).success).toBe(false);
  expect(isMessage(text)).toBe(false);
});
