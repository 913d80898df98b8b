import { expect, test } from "vitest";
import { plainLimit } from "@/lib/sessions/session-limit";
import { findLimitProblems, toLimitForms, toLimits } from "./limit-form";

const limits = {
  "server-administrator": plainLimit,
  reseller: { ...plainLimit, atOnce: 3, whenFull: "end-oldest" },
  customer: plainLimit,
  "mailbox-owner": plainLimit,
} as const;
const forms = toLimitForms(limits);

test("limits that nobody touches stay what they are", () => {
  expect(toLimits(forms)).toEqual(limits);
});

test.each([
  ["idleMinutes", "0"],
  ["idleMinutes", ""],
  ["idleMinutes", "10081"],
  ["lastsHours", "1.5"],
  ["lastsHours", "169"],
  ["lastsHours", "1e1"],
  ["atOnce", "0"],
  ["atOnce", "-1"],
  ["atOnce", "many"],
] as const)("a mistake is told at its field: %s %j", (field, typed) => {
  const form = { ...forms.customer, [field]: typed };
  expect([...findLimitProblems(form)]).toEqual([field]);
  expect(toLimits({ ...forms, customer: form })).toBeUndefined();
});

test("spaces around a number are no mistake, and nothing means as many as one likes", () => {
  const form = { ...forms.reseller, idleMinutes: " 5 ", atOnce: " " };
  expect(toLimits({ ...forms, reseller: form })?.reseller).toEqual({
    ...limits.reseller,
    idleMinutes: 5,
    atOnce: null,
  });
});
