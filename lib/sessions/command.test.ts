import { expect, it } from "vitest";
import { checkedPathSchema, shellLine, shScript } from "./command";

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
