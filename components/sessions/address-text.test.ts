import fc from "fast-check";
import { expect, test } from "vitest";
import { toAddressText, toArrangement } from "./address-text";
import { plainArrangement } from "./arrangement";

const columns = [{ id: "user" }, { id: "status", filter: {} }, { id: "domain", filter: {} }];

const read = (text: string) => toArrangement(new URLSearchParams(text), columns);

test("an address says what is arranged, and a plain list needs no words", () => {
  const text = toAddressText({
    search: "anna b",
    sort: { columnId: "user", direction: "descending" },
    filters: { status: ["idle", "uploading"] },
    hasServices: true,
  });
  expect(text).toBe("?search=anna+b&sort=-user&services=1&status=idle&status=uploading");
  expect(toAddressText(plainArrangement)).toBe("");
});

test("whoever opens the address sees the same arrangement", () => {
  const value = fc.string({ maxLength: 8, unit: "grapheme" });
  const arrangement = fc.record({
    search: value.filter((search) => search === "" || search.trim() !== ""),
    sort: fc.option(
      fc.record({
        columnId: fc.constantFrom("user", "status"),
        direction: fc.constantFrom("ascending" as const, "descending" as const),
      }),
    ),
    filters: fc.dictionary(
      fc.constantFrom("status", "domain"),
      fc.uniqueArray(value, { minLength: 1, maxLength: 3 }),
      { noNullPrototype: true },
    ),
    hasServices: fc.boolean(),
  });
  fc.assert(
    fc.property(arrangement, (asked) => {
      expect(read(toAddressText(asked))).toEqual(asked);
    }),
  );
});

test("what an address says of columns that are not here is left out", () => {
  expect(read("?sort=-speed&server=web01&user=anna&status=idle&status=idle")).toEqual({
    ...plainArrangement,
    filters: { status: ["idle"] },
  });
});
