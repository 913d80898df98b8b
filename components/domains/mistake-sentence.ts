import { showControls } from "@/components/format/show-controls";
import type { CsvProblem } from "@/lib/sessions/domain";
import { ftpAccountTypes } from "@/lib/sessions/session";

/** What is wrong, and what would be right. */
export function mistakeSentence({ mistake, about }: Pick<CsvProblem, "mistake" | "about">): string {
  const given = showControls(about);
  switch (mistake) {
    case "domain-missing":
      return "Enter the domain.";
    case "domain-wrong":
      return `“${given}” is not a domain, such as example.com.`;
    case "customer-missing":
      return "Enter the login of the customer.";
    case "customer-unknown":
      return `There is no customer or reseller ${given}. Add the user first, or correct the login.`;
    case "customer-differs":
      return `An earlier line says that the domain belongs to ${given}. A domain has one customer.`;
    case "login-missing":
      return "Enter the FTP login.";
    case "login-wrong":
      return `“${given}” is not an FTP login: it has at most 200 characters, all of them visible.`;
    case "login-twice":
      return /^\d+$/.test(about)
        ? `This login stands in line ${given} already, for the same server.`
        : `The login ${given} stands here twice for the same server.`;
    case "type-missing":
    case "type-unknown":
      return `${about === "" ? "Enter a type" : `“${given}” is not a type`}: one of ${ftpAccountTypes.join(", ")}.`;
    case "server-unknown":
      return `There is no server ${given}. Add the server first, or leave this empty for every server.`;
    case "taken":
      return `It is taken: ${given} has it already.`;
    case "empty":
      return "There is nothing in it.";
    case "column-missing":
      return `The first line names no column ${given}.`;
    case "column-unknown":
      return `The first line names “${given}”, which is no column, or stands there twice.`;
    case "cells":
      return `It has ${given} cells, and not as many as the first line.`;
    case "quotes":
      return 'A " stands alone. A cell that holds one is put between " and its own are doubled.';
  }
}
