import { expect, it } from "vitest";
import { reason } from "@/lib/sessions/reason";
import { findLonePasswordProblem, findPasswordProblem, isEnoughAlone } from "./password-rules";

const anna = { login: "anna.roth@example.com", name: "Anna Roth" };
const find = (password: string) => findPasswordProblem(password, anna);

it("wants 8 characters, and an end", () => {
  expect(find("seven c")).toEqual(reason("passwordShort", { shortest: 8 }));
  expect(find("👍🎈🌳🍞🚲🎲🧊")).toEqual(reason("passwordShort", { shortest: 8 }));
  expect(find("eight ch")).toBeUndefined();
  expect(find("eight ch".repeat(126))).toEqual(reason("passwordLong", { longest: 1000 }));
});

it("wants 15 where there is no second factor", () => {
  expect(findLonePasswordProblem("fourteen chars", anna)).toEqual(
    reason("passwordShortAlone", { shortest: 15 }),
  );
  expect(findLonePasswordProblem("fifteen letters", anna)).toBeUndefined();
  expect(isEnoughAlone("👍".repeat(14))).toBe(false);
  expect(isEnoughAlone("👍".repeat(15))).toBe(true);
});

it.each(["password1", "PASSWORD1", "Qwertyuiop", "passwordpassword", "ｐａｓｓｗｏｒｄ１"])(
  "refuses %s, which everybody tries",
  (password) => expect(find(password)).toEqual(reason("passwordGuessed")),
);

it.each([
  "anna.roth@example.com",
  "AnnaRoth2026!",
  "roth-anna-roth-anna",
  "Rollcall2026!!!",
  "rollcall rollcall",
  "!!anna!rollcall!!",
  "aaaaaaaaaaaaaaaa",
  "1212121212121212",
])("refuses %s, which says nothing new about its person", (password) => {
  expect(find(password)).toEqual(reason("passwordGuessed"));
});

it.each(["correct horse battery", "Anna has 3 green bicycles", "rollcall at dawn 17"])(
  "takes %s",
  (password) => expect(find(password)).toBeUndefined(),
);
