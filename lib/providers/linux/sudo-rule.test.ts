import { expect, it } from "vitest";
import { toSudoRule } from "./sudo-rule";

it("is a line for an account and a command", () => {
  expect(toSudoRule("rc-mon_2", "/usr/bin/true")).toBe(
    "rc-mon_2 ALL=(root) NOPASSWD: /usr/bin/true",
  );
});

it.each(["ALL", "%users", "#0", "ADMINS", "a,b", "a b"])(
  "gives nobody more when a server calls its account %s",
  (account) => {
    expect(toSudoRule(account, "/usr/bin/true")).toBeNull();
  },
);
