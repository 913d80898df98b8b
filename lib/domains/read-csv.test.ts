import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "./read-csv";

const head = "domain,customer,ftp_login,type,server";
const row = { domain: "a.example", customer: "carl", ftp_login: "anna", type: "web-user" };

describe("a CSV file of domains", () => {
  it.each([
    ["plain", `${head}\na.example,carl,anna,web-user,web01\n`],
    [
      "with a mark of its encoding, and line ends of Windows",
      `\ufeff${head}\r\na.example,carl,anna,web-user,web01\r\n`,
    ],
    [
      "with semicolons, as spreadsheets write it",
      `${head}\na.example,carl,anna,web-user,web01`.replaceAll(",", ";"),
    ],
    [
      "with its columns in another order, and quotes",
      'Server,"type",FTP_login,customer,domain\n"web01", web-user ,"anna",carl,a.example',
    ],
    ["with line ends of an old Mac", `${head}\ra.example,carl,anna,web-user,web01`],
  ])("is read: %s", (_, text) => {
    expect(readCsv(text)).toEqual({ rows: [{ line: 2, ...row, server: "web01" }], problems: [] });
  });

  it("counts lines as an editor does, empty ones and those between quotes included", () => {
    const { rows, problems } = readCsv(
      `${head}\r\n\r\n,,,,\r\na.example,carl,"an\r\nna",web-user,\r\nb.example,carl\r\nc.example,carl,,,\r\n`,
    );
    expect(rows.map(({ line }) => line)).toEqual([5, 7]);
    expect(problems).toEqual([{ line: 6, mistake: "cells", about: "2" }]);
  });

  it("must name all columns in its first line, and no others", () => {
    expect(readCsv("domain;customer;type;type;note\na;b;c;d;e").problems).toEqual([
      { line: 1, mistake: "column-missing", about: "ftp_login" },
      { line: 1, mistake: "column-missing", about: "server" },
      { line: 1, mistake: "column-unknown", about: "type" },
      { line: 1, mistake: "column-unknown", about: "note" },
    ]);
    expect(readCsv(" \n").problems).toEqual([{ line: 1, mistake: "empty", about: "" }]);
  });

  it("says in which line quotes are wrong", () => {
    expect(readCsv(`${head}\na.example,carl,"anna"x,,\n`).problems).toMatchObject([
      { line: 2, mistake: "quotes" },
    ]);
    expect(readCsv(`${head}\na.example,carl,"anna,,\n\n`).problems).toMatchObject([
      { mistake: "quotes" },
    ]);
  });

  it("reads any text to its end, and counts lines that the text has", () => {
    const piece = fc.constantFrom(
      '"',
      ",",
      ";",
      "\r\n",
      "\n",
      "\0",
      "\u202e",
      "=",
      "ä",
      "a.example",
      `${head}\n`,
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "binary" }))), (pieces) => {
        const text = pieces.join("");
        const { rows, problems } = readCsv(text);
        const most = text.split(/\r\n|\r|\n/).length;
        for (const { line } of [...rows, ...problems]) expect(line).toBeLessThanOrEqual(most);
      }),
    );
  });

  it("gives back what an export has made harmless for spreadsheets", () => {
    const { rows } = readCsv(
      `${head}\na.example,carl,'=cmd(),web-user,\nb.example,carl,'anna,web-user,`,
    );
    expect(rows.map((one) => one.ftp_login)).toEqual(["=cmd()", "'anna"]);
  });
});
