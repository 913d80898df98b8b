import { stringify } from "csv-stringify/sync";
import type { DomainOwner } from "@/lib/store/domains";
import type { Stored } from "./plan-import";
import { csvColumns } from "./read-csv";

/** A line for each account, and one for each domain without any; `readCsv` reads it back. */
export function writeCsv(owners: readonly DomainOwner[], { domains, accounts }: Stored): string {
  const loginOf = new Map(owners.map(({ id, login }) => [id, login]));
  const accountsOf = Map.groupBy(accounts, ({ domainId }) => domainId);
  const lines = domains.flatMap(({ id, name, ownerId }) => {
    const customer = loginOf.get(ownerId) ?? "";
    const ofDomain = accountsOf.get(id) ?? [{ login: "", type: "", server: null }];
    return ofDomain.map(({ login, type, server }) => [name, customer, login, type, server ?? ""]);
  });
  return stringify([[...csvColumns], ...lines], {
    bom: true,
    // A spreadsheet would run what begins like a formula.
    escape_formulas: true,
    record_delimiter: "windows",
  });
}
