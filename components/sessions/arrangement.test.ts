import { expect, test } from "vitest";
import { english } from "@/components/words/en";
import type { FtpSession } from "@/lib/sessions/session";
import { ftpSession } from "@/tests/support/live-sessions";
import { shownRow } from "@/tests/support/shown-rows";
import { type Arrangement, arrangeRows, isFinding, plainArrangement } from "./arrangement";
import { toFtpColumns } from "./ftp-columns";
import type { ShownRow } from "./roll-view";
import { toServerColumn } from "./shared-columns";

const columns = [...toFtpColumns(english), toServerColumn(english)];

const rows = [
  row("ben", { status: "idle", domain: "b.example" }),
  row("anna", { status: "uploading", domain: "a.example" }, "web02"),
  row("cleo", { status: "downloading", domain: null }),
  row("dora", { status: "idle", domain: null }, "web02"),
];

test("nothing that was asked for leaves the rows as they are", () => {
  expect(arrangeRows(rows, columns, plainArrangement)).toBe(rows);
});

test("a filter lets each of its values through, and nothing else", () => {
  expect(users({ filters: { status: ["idle"] } })).toEqual(["ben", "dora"]);
  expect(users({ filters: { status: ["uploading", "idle"] } })).toEqual(["ben", "anna", "dora"]);
  expect(users({ filters: { status: ["listing"] } })).toEqual([]);
});

test("what the server does not say is let through by the empty value, alone or with others", () => {
  expect(users({ filters: { domain: [""] } })).toEqual(["cleo", "dora"]);
  expect(users({ filters: { domain: ["", "a.example"] } })).toEqual(["anna", "cleo", "dora"]);
  expect(users({ filters: { domain: ["a.example"] } })).toEqual(["anna"]);
});

test("a row has to pass the filters of all columns", () => {
  expect(users({ filters: { status: ["idle"], server: ["web02"] } })).toEqual(["dora"]);
  expect(users({ filters: { status: ["idle"], domain: ["a.example"] } })).toEqual([]);
});

test("a filter without values, or of a column that has none or is not there, hides nothing", () => {
  expect(users({ filters: { status: [] } })).toHaveLength(4);
  expect(users({ filters: { user: ["anna"] } })).toHaveLength(4);
  expect(users({ filters: { name: ["console"] } })).toHaveLength(4);
});

test("a filter compares the value, not the word that is shown for it", () => {
  expect(users({ filters: { status: ["Idle"] } })).toEqual([]);
});

test("search and filter find together, in the order that was asked for", () => {
  const looked = { search: "WEB02", filters: { status: ["idle", "uploading"] } };
  expect(users(looked)).toEqual(["anna", "dora"]);
  const sort = { columnId: "user", direction: "descending" } as const;
  expect(users({ ...looked, sort })).toEqual(["dora", "anna"]);
  expect(users({ ...looked, search: "web02 uploading" })).toEqual(["anna"]);
});

test("an order by a column that is not there is the order of the servers", () => {
  const sort = { columnId: "name", direction: "ascending" } as const;
  expect(users({ sort })).toEqual(["ben", "anna", "cleo", "dora"]);
});

test("only a search or a filter is said to hide rows", () => {
  expect(finds({})).toBe(false);
  expect(finds({ search: "  " })).toBe(false);
  expect(finds({ filters: { status: [], domain: [] } })).toBe(false);
  expect(finds({ sort: { columnId: "user", direction: "ascending" }, hasServices: true })).toBe(
    false,
  );
  expect(finds({ search: "anna" })).toBe(true);
  expect(finds({ filters: { status: [], domain: [""] } })).toBe(true);
});

function row(user: string, session: Partial<FtpSession>, server = "web01"): ShownRow<FtpSession> {
  return shownRow({ ...ftpSession(1, user), ...session }, { server });
}

function users(asked: Partial<Arrangement>) {
  const arranged = arrangeRows(rows, columns, { ...plainArrangement, ...asked });
  return arranged.map(({ session }) => session.user);
}

function finds(asked: Partial<Arrangement>): boolean {
  return isFinding({ ...plainArrangement, ...asked });
}
