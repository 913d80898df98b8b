import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseSessionTable, type SessionRow } from "./query-session";
import { parseUserTable, type UserRow } from "./query-user";

const fixtures = new URL("./fixtures/", import.meta.url);

function readFixture(file: string): string {
  return readFileSync(new URL(file, fixtures), "utf8");
}

/** Says which captures were published unchanged. */
const provenance = readFixture("PROVENANCE.md");
const captures = readdirSync(fixtures)
  .filter((file) => file.endsWith(".txt"))
  .map((file) => file.replace(".txt", ""))
  .map((name) => {
    const line = provenance.split("\n").find((row) => row.startsWith(`| ${name} |`)) ?? "";
    const isAltered = / \| altered: /.test(line);
    const expected: unknown = JSON.parse(readFixture(`${name}.json`));
    return { name, isAltered, text: readFixture(`${name}.txt`), expected };
  });

function toExpectedState(status: string): string {
  return status === "logged-in" ? "active" : status;
}

function describeSession(row: SessionRow) {
  const { sessionName, userName, id, status, statusText, type, device, isCurrent } = row;
  const state = toExpectedState(status);
  return { sessionName, userName, id, state, stateRaw: statusText, type, device, isCurrent };
}

function describeUser(row: UserRow) {
  const { userName, sessionName, id, idleMinutes, isCurrent } = row;
  const state = toExpectedState(row.status);
  const raw = { stateRaw: row.statusText, idleRaw: row.idleText, logonRaw: row.logonText };
  return { userName, sessionName, id, state, idleMinutes, isCurrent, ...raw };
}

function read({ name, text }: { readonly name: string; readonly text: string }): unknown {
  return name.startsWith("query-session")
    ? parseSessionTable(text).map(describeSession)
    : parseUserTable(text).map(describeUser);
}

function readNames({ name, text }: { readonly name: string; readonly text: string }) {
  const rows = name.startsWith("query-session") ? parseSessionTable(text) : parseUserTable(text);
  return rows.map(({ id, userName, sessionName }) => ({ id, userName, sessionName }));
}

describe("captures of Windows in many languages", () => {
  const intact = captures.filter((capture) => !capture.isAltered);
  const altered = captures.filter((capture) => capture.isAltered);

  it.each(intact)("reads $name as it was published", (capture) => {
    expect(read(capture)).toEqual(capture.expected);
  });

  it.each(altered)("reads $name, damaged on its way, right or not at all", (capture) => {
    let rows: unknown = capture.expected;
    try {
      rows = read(capture);
    } catch (error) {
      expect(error).toMatchObject({ code: "unreadable" });
    }
    expect(rows).toEqual(capture.expected);
  });

  it.each(intact)("reads no wrong ID and no wrong name in $name cut anywhere", (capture) => {
    const whole = readNames(capture);
    for (let length = 0; length < capture.text.length; length += 1) {
      try {
        const rows = readNames({ ...capture, text: capture.text.slice(0, length) });
        expect(rows).toEqual(whole.slice(0, rows.length));
      } catch (error) {
        expect(error).toMatchObject({ code: "unreadable" });
      }
    }
  });
});
