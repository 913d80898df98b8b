import { expect, it } from "vitest";
import { checkedPathSchema, shellLine, shipped, shPart, shScript } from "./command";

it("puts whole numbers and checked paths into a constant text", () => {
  const path = checkedPathSchema.parse("/run/proftpd/proftpd.scoreboard");
  expect(shScript`kill ${12} ${[3, 4]}; cat ${path}; echo "${undefined}"`).toEqual({
    text: 'kill 12 3 4; cat /run/proftpd/proftpd.scoreboard; echo ""',
    shell: "sh",
  });
});

it("takes nothing but whole numbers", () => {
  for (const number of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60]) {
    expect(() => shellLine`logoff ${number}`).toThrow("whole numbers");
  }
});

it("knows only paths that need no quoting", () => {
  for (const path of ["run", "/a b", "/a;id", "/$(id)", "/a'b", "/a\nb", "/"]) {
    expect(checkedPathSchema.safeParse(path).success).toBe(false);
  }
});

it("refuses a script that could leave its quotes", () => {
  expect(() => shScript`echo 'x'`).toThrow("single quotes");
});

it("joins pieces that several scripts share, as they are", () => {
  const look = shPart`ls ${[3, 4]}`;
  const script = shipped('#!/bin/sh\necho \\ "$1"\n');
  expect(shScript`set -- ${12}\n${look}\n${script}`.text).toBe(
    'set -- 12\nls 3 4\n#!/bin/sh\necho \\ "$1"\n',
  );
});

it("holds pieces to the rules of a whole script", () => {
  expect(() => shPart`kill ${0.5}`).toThrow("whole numbers");
  expect(() => shScript`${shPart`echo 'x'`}`).toThrow("single quotes");
  expect(() => shScript`${shipped("echo 'x'")}`).toThrow("single quotes");
});
