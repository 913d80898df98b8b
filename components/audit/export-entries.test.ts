import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { rollcallItself, toFact } from "@/lib/sessions/record";
import { toExportText } from "./export-entries";

const hostile = ["=cmd()|'x'!A1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", 'a"b,c\nd', "\u202eexe"];
const entries = hostile.map((text, index) => ({
  seq: index + 1,
  entry: {
    ...toFact({ event: "user.change", by: rollcallItself, user: text, detail: { text } }),
    at: new Date(0),
    seq: index + 1,
    previousMac: "",
    mac: "",
  },
}));

it("writes CSV in which no text is a formula, and each stays in its cell", () => {
  const text = toExportText("csv", entries, true) + toExportText("csv", entries, false);
  const rows: string[][] = parse(text, { bom: true });
  expect(rows).toHaveLength(1 + 2 * hostile.length);
  expect(rows.every((row) => row.length === rows[0]?.length)).toBe(true);
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
});

it("writes one JSON a line, and nothing is left out", () => {
  const lines = toExportText("jsonl", [...entries, { seq: 99, entry: null }], true).trimEnd();
  const read = lines.split("\n").map((line) => JSON.parse(line));
  expect(read.map(({ user }) => user)).toEqual([...hostile, undefined]);
  expect(read.at(-1)).toEqual({ seq: 99, unreadable: true });
});
