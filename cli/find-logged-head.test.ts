import { expect, it } from "vitest";
import { findLoggedHead } from "./find-logged-head";

const head = { seq: 12, mac: "a".repeat(64) };
const line = JSON.stringify({ level: 30, auditHead: head, msg: "the audit chain" });

it.each([
  line,
  `<13>Nov 27 08:00:00 host rollcall[7]: ${line}`,
  JSON.stringify({ log: `${line}\n`, stream: "stderr" }),
  JSON.stringify({ MESSAGE: line, PRIORITY: "6" }),
])("finds the head in %s", (logged) => {
  expect(findLoggedHead(logged)).toEqual(head);
});

it.each([
  "noise",
  '{"msg":"auditHead"}',
  JSON.stringify({ reason: line }),
  JSON.stringify({ message: line, msg: line }),
  JSON.stringify({ log: JSON.stringify({ reason: line }) }),
  JSON.stringify({ auditHead: { ...head, seq: "12" } }),
  `{"reason":"x"} ${line}`,
])("finds none in %s, whoever chose the words in it", (logged) => {
  expect(findLoggedHead(logged)).toBeUndefined();
});
