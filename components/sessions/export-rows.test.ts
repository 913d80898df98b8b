import { expect, test } from "vitest";
import { ftpSession } from "@/tests/support/live-sessions";
import { shownRow } from "@/tests/support/shown-rows";
import { toExport } from "./export-rows";

function csvLines(name: string): readonly string[] {
  return toExport.csv([shownRow({ ...ftpSession(7, name), fileName: name })]).split("\r\n");
}

test.each(["=cmd()", "+1", "-1", "@x", "\tx", "\rx"])(
  "a spreadsheet does not run a name that looks like a formula: %j",
  (name) => {
    const [, line = ""] = csvLines(name);
    expect(line).toContain(`'${name}`);
    expect(line).not.toContain(`,${name}`);
  },
);

test("what is unknown is empty in CSV and null in JSON, and a true number stays a number", () => {
  const row = shownRow({ ...ftpSession(7, "anna"), bytesPerSecond: -5, domain: null });
  const [record] = JSON.parse(toExport.json([row]));
  expect(record).toMatchObject({ server: "web01", user: "anna", domain: null, pid: 7 });
  expect(record).not.toHaveProperty("ref");
  const [head = "", line = ""] = toExport.csv([row]).replace("\ufeff", "").split("\r\n");
  const cells = line.split(",");
  const cellOf = (name: string) => cells[head.split(",").indexOf(name)];
  expect([cellOf("domain"), cellOf("bytesPerSecond")]).toEqual(["", "-5"]);
});

test("a row says whether it is as told now, old, or over", () => {
  const session = ftpSession(7, "anna");
  const rows = [
    shownRow(session),
    shownRow(session, { staleSince: new Date(0) }),
    shownRow(session, { endedAtMs: 5 }),
  ];
  const records: unknown = JSON.parse(toExport.json(rows));
  expect(records).toMatchObject([{ state: "answered" }, { state: "stale" }, { state: "ended" }]);
});
