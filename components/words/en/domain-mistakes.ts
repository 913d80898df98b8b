import type { CsvProblem } from "@/lib/sessions/domain";

/** What is wrong with a domain that was typed or is in a file, and what would be right. */
export const domainMistakeWords = {
  "domain-missing": () => "Enter the domain.",
  "domain-wrong": (given: string) => `“${given}” is not a domain, such as example.com.`,
  "customer-missing": () => "Enter the login of the customer.",
  "customer-unknown": (given: string) =>
    `There is no customer or reseller ${given}. Add the user first, or correct the login.`,
  "customer-differs": (given: string) =>
    `An earlier line says that the domain belongs to ${given}. A domain has one customer.`,
  "login-missing": () => "Enter the FTP login.",
  "login-wrong": (given: string) =>
    `“${given}” is not an FTP login: it has at most 200 characters, all of them visible.`,
  "login-twice": (given: string) => `The login ${given} stands here twice for the same server.`,
  "type-missing": (_: string, types: string) => `Enter a type: one of ${types}.`,
  "type-unknown": (given: string, types: string) => `“${given}” is not a type: one of ${types}.`,
  "server-unknown": (given: string) =>
    `There is no server ${given}. Add the server first, or leave this empty for every server.`,
  taken: (given: string) => `It is taken: ${given} has it already.`,
  empty: () => "There is nothing in it.",
  "column-missing": (given: string) => `The first line names no column ${given}.`,
  "column-unknown": (given: string) =>
    `The first line names “${given}”, which is no column, or stands there twice.`,
  cells: (given: string) => `Its number of cells is ${given}, and the first line has another.`,
  quotes: () => 'A " stands alone. A cell that holds one is put between " and its own are doubled.',
} as const satisfies Record<CsvProblem["mistake"], (given: string, types: string) => string>;

/** Of a file, in which the other one has a line. */
export const loginTwiceInFile = (line: string) =>
  `This login stands in line ${line} already, for the same server.`;
