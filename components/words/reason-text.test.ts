import { expect, test } from "vitest";
import { failureSentence } from "@/components/sessions/failure-sentence";
import { outcomeSentence } from "@/components/sessions/outcome-sentence";
import {
  englishReasons,
  inEnglish,
  isReasonCode,
  quoted,
  type Reason,
  reason,
} from "@/lib/sessions/reason";
import { failureCodes } from "@/lib/sessions/source-error";
import { toReason } from "@/lib/sessions/to-reason";
import { german } from "./de";
import { english } from "./en";
import { reasonText } from "./reason-text";

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");

/** Each with values that can be found again. */
const all: readonly Reason[] = Object.entries(englishReasons).flatMap(([code, text]) =>
  isReasonCode(code)
    ? [{ code, values: Object.fromEntries(namesIn(text).map((name) => [name, `<${name}>`])) }]
    : [],
);

test.each(all)("$code is told in both languages with all its values", (why) => {
  const values = Object.values(why.values);
  for (const words of [english, german]) {
    const text = reasonText(words, why);
    for (const value of values) expect(text).toContain(value);
    expect(namesIn(text)).toEqual([]);
  }
});

test("no failure and no refusal is told in English where German is chosen", () => {
  const source = { server: "web01", provider: "proftpd" };
  const isWorded = (why: Reason) => reasonText(english, why).replaceAll(/<\w+>/g, "").length > 3;
  for (const why of all.filter(isWorded)) {
    const refused = { status: "refused", why: "server", reason: why } as const;
    const said = [
      ...failureCodes.map((code) => failureSentence(german, source, { code, reason: why })),
      outcomeSentence(german, "remove", refused),
    ];
    for (const sentence of said) expect(sentence).not.toContain(inEnglish(why));
  }
});

test("reasons within reasons are in the same language, and what a server said is as it said it", () => {
  const refused = reason("loginRefused", { user: "rollcall" });
  const why = reason("refusedOften", { why: refused, times: 3 });
  expect(reasonText(german, why)).toMatch(/^er hat die Anmeldung von rollcall abgelehnt, 3 Mal: /);
  expect(inEnglish(why)).toMatch(/^it refused the login of rollcall 3 times: /);
  const failed = reason("toolFailed", { tool: "ftpwho", why: quoted("no such option") });
  expect(reasonText(german, failed)).toBe("ftpwho ist gescheitert: no such option");
});

test("numbers are written as the language writes them, and ports without separators", () => {
  expect(reasonText(german, reason("noAnswerWithin", { seconds: 0.5 }))).toBe(
    "keine Antwort innerhalb von 0,5 s",
  );
  const closed = reason("atAddress", { host: "web01", port: 2222, why: reason("nobodyAnswers") });
  expect(reasonText(german, closed)).toBe("web01 Port 2222: niemand antwortet");
  expect(reasonText(english, closed)).toBe(inEnglish(closed));
});

test("a value is never taken for a place of another one", () => {
  const why = reason("saidWith", { why: quoted("{text} {why}"), text: "$& {why}" });
  expect(reasonText(german, why)).toBe("{text} {why}: $& {why}");
});

test("a mistake that a schema found has our words, or quotes those of the schema", () => {
  expect(toReason(englishReasons.mustNotBeEmpty)).toEqual(reason("mustNotBeEmpty"));
  expect(reasonText(german, toReason("Invalid input"))).toContain("(Invalid input)");
  expect(inEnglish(toReason("Invalid input"))).toBe("Invalid input");
});

test("a reason that only a later version knows is told by its code, also within another", () => {
  const later: Reason = JSON.parse('{ "code": "fromTomorrow", "values": {} }');
  expect(reasonText(german, later)).toBe("fromTomorrow");
  const why = reason("toolFailed", { tool: "ftpwho", why: later });
  expect(reasonText(german, why)).toBe("ftpwho ist gescheitert: fromTomorrow");
});
