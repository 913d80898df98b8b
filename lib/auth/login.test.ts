import { expect, it } from "vitest";
import { rollcallItself } from "@/lib/sessions/record";
import { findNameProblem } from "./login";

it("gives nobody the name under which the audit keeps what Rollcall does by itself", () => {
  expect(findNameProblem("rollcall")).toBeUndefined();
  expect(findNameProblem(rollcallItself.name)).toBeDefined();
});
