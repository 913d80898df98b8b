import { parse } from "csv-parse/sync";
import type { CsvProblem } from "@/lib/sessions/domain";

export const csvColumns = ["domain", "customer", "ftp_login", "type", "server"] as const;
type CsvColumn = (typeof csvColumns)[number];

export interface CsvRow extends Readonly<Record<CsvColumn, string>> {
  readonly line: number;
}

interface ReadCsv {
  readonly rows: readonly CsvRow[];
  readonly problems: readonly CsvProblem[];
}

/** The columns may stand in any order, between commas or semicolons; all must be named in the first line. */
export function readCsv(text: string): ReadCsv {
  const problems: CsvProblem[] = [];
  const records = parseRecords(text, problems);
  const [head, ...body] = records;
  if (!head) return { rows: [], problems: problems.length > 0 ? problems : [isEmpty] };
  const names = head.cells.map((cell) => cell.toLowerCase());
  problems.push(...checkHead(names, head.line));
  if (problems.some(({ line }) => line === head.line)) return { rows: [], problems };

  const rows = body.flatMap(({ line, cells }) => {
    if (cells.length !== names.length) {
      problems.push({ line, mistake: "cells", about: String(cells.length) });
      return [];
    }
    const cellOf = (column: CsvColumn) => toPlainCell(cells[names.indexOf(column)] ?? "");
    return [
      {
        line,
        domain: cellOf("domain"),
        customer: cellOf("customer"),
        ftp_login: cellOf("ftp_login"),
        type: cellOf("type"),
        server: cellOf("server"),
      },
    ];
  });
  return { rows, problems };
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

const isEmpty: CsvProblem = { line: 1, mistake: "empty", about: "" };

function parseRecords(text: string, problems: CsvProblem[]): readonly CsvRecord[] {
  const found: CsvRecord[] = [];
  const lines = text.replace(/\r\n?/g, "\n");
  parse(lines, {
    bom: true,
    delimiter: findDelimiter(lines),
    record_delimiter: "\n",
    relax_column_count: true,
    trim: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const line = Number(error?.["lines"]);
      const isNew = problems.at(-1)?.line !== line;
      if (isNew) problems.push({ line, mistake: "quotes", about: "" });
      return undefined;
    },
    on_record: (cells: string[], info) => {
      if (cells.some((cell) => cell !== "")) found.push({ line: info.lines, cells });
      return null;
    },
  });
  return found;
}

/** Spreadsheets put semicolons where a comma is the decimal sign. */
function findDelimiter(text: string): string {
  const [head = ""] = text.split("\n", 1);
  return head.includes(";") && !head.includes(",") ? ";" : ",";
}

function checkHead(names: readonly string[], line: number): readonly CsvProblem[] {
  const isKnown = (name: string) => csvColumns.some((column) => column === name);
  const count = (name: string) => names.filter((other) => other === name).length;
  const wrong = names.filter((name) => !isKnown(name) || count(name) > 1);
  return [
    ...csvColumns
      .filter((column) => !names.includes(column))
      .map((about) => ({ line, mistake: "column-missing", about }) as const),
    ...[...new Set(wrong)].map((about) => ({ line, mistake: "column-unknown", about }) as const),
  ];
}

/** An export puts a ' before what a spreadsheet would take for a formula. */
function toPlainCell(cell: string): string {
  return cell.replace(/^'(?=[=+\-@])/, "");
}
