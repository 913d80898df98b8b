import { expect, test } from "vitest";
import { toErrand } from "./errand";

test.each([
  [{ add: "" }, { kind: "add" }],
  [{ edit: "web01" }, { kind: "edit", server: "web01" }],
  [{ show: "web01" }, { kind: "show", server: "web01" }],
  [{ show: ["web01", "web02"] }, null],
  [{}, null],
])("the address says what somebody came for: %j", (given, errand) => {
  expect(toErrand(given)).toEqual(errand);
});
