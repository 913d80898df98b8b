import type { RollcallDomains } from "@/lib/rollcall";
import type { AuditTrail } from "@/lib/sessions/audit-entry";
import type { DomainSaved, DomainsImport } from "@/lib/sessions/domain";
import { mostAccountsInForm, mostDomainsShown } from "@/lib/sessions/domain";
import { NotAllowed } from "@/lib/sessions/not-allowed";
import type { Operator } from "@/lib/sessions/operator";
import { type Deed, record, recordFact } from "@/lib/sessions/record";
import type { DomainsChange, StoredDomain } from "@/lib/store/domains";
import type { Store } from "@/lib/store/store";
import type { Known } from "./check-domain";
import { type ImportPlan, planImport, type Stored } from "./plan-import";
import { planSave } from "./plan-save";
import { readCsv } from "./read-csv";
import { writeCsv } from "./write-csv";

/** What operators do with domains and FTP accounts: who may, and an entry in the audit for each change. */
export function createDomains(
  { domains, audit }: Pick<Store, "domains" | "audit">,
  listServers: () => readonly string[],
): RollcallDomains {
  const { readKnown, readStored } = createReaders(domains, listServers);
  const write = (deed: Deed, change: DomainsChange) =>
    record(
      audit,
      deed,
      () => domains.write(change, new Date()),
      (written) => ({ outcome: written === "written" ? "done" : "failed" }),
    );
  return {
    async find(search, operator) {
      requireSeesAll(operator);
      const wanted = { search, mostDomains: mostDomainsShown, mostAccounts: mostAccountsInForm };
      const { domains: rows, found } = await domains.find(wanted);
      const { owners, servers } = await readKnown();
      const choices = { customers: [...owners.keys()], servers: [...servers] };
      return { domains: rows.map(toKnownDomain), found, total: await domains.count(), ...choices };
    },

    async save(draft, operator): Promise<DomainSaved> {
      requireMayChange(operator);
      const plan = planSave(draft, await readKnown(), await readStored());
      if (plan.status !== "planned") return plan;
      const { id, name, customer, accounts } = draft;
      const detail = { id, domain: name, customer, accounts };
      const written = await write({ event: "domain.save", by: operator, detail }, plan.change);
      return { status: written === "written" ? "saved" : "overtaken" };
    },

    async remove(id, operator) {
      requireMayChange(operator);
      const domain = await domains.get(id);
      if (!domain) return "gone";
      const detail = { id, domain: domain.name };
      return record(
        audit,
        { event: "domain.remove", by: operator, detail },
        async () => ((await domains.remove(id)) ? "removed" : "gone"),
        (removed) => ({ outcome: removed === "removed" ? "done" : "already-gone" }),
      );
    },

    async importCsv({ text, isPreview }, operator) {
      requireMayChange(operator);
      const { rows, problems } = readCsv(text);
      const plan = planImport(rows, await readKnown(), await readStored());
      const found = toImport({ ...plan, problems: [...problems, ...plan.problems] });
      if (found.status === "refused" || isPreview) return found;
      const { problems: _none, problemCount: _zero, status: _checked, ...detail } = found;
      const written = await write({ event: "domain.import", by: operator, detail }, plan.change);
      return { ...found, status: written };
    },

    async exportCsv(operator) {
      await beginExport(operator, audit);
      return writeCsv(await domains.listOwners(), await readStored());
    },
  };
}

async function beginExport(operator: Operator, audit: AuditTrail): Promise<void> {
  requireSeesAll(operator);
  await recordFact(audit, { event: "domain.export", by: operator });
}

function createReaders(domains: Store["domains"], listServers: () => readonly string[]) {
  return {
    async readKnown(): Promise<Known> {
      const owners = await domains.listOwners();
      return {
        owners: new Map(owners.map((owner) => [owner.login, owner])),
        servers: new Set(listServers()),
      };
    },
    readStored: async (): Promise<Stored> => ({
      domains: await domains.listAll(),
      accounts: await domains.listAccounts(),
    }),
  };
}

/** Nobody reads more of them at once. */
const mostProblems = 100;

function toImport({ change, unchanged, problems }: ImportPlan): DomainsImport {
  const { added, given, removedAccountIds, addedAccounts } = change;
  const sorted = problems.toSorted((one, other) => one.line - other.line);
  return {
    status: problems.length > 0 ? "refused" : "checked",
    domainsAdded: added.length,
    domainsGiven: given.reduce((sum, { ids }) => sum + ids.length, 0),
    accountsAdded: addedAccounts.length - removedAccountIds.length,
    accountsChanged: removedAccountIds.length,
    unchanged,
    problems: sorted.slice(0, mostProblems),
    problemCount: problems.length,
  };
}

function requireSeesAll({ name, sees }: Operator): void {
  if (sees !== "everything") throw new NotAllowed(`${name} may not see domains`);
}

function requireMayChange(operator: Operator): void {
  requireSeesAll(operator);
  if (!operator.mayAct) throw new NotAllowed(`${operator.name} may not act`);
}

function toKnownDomain({ id, name, owner, accounts, accountCount }: StoredDomain) {
  const plain = accounts.map(({ login, server, type }) => ({ login, server, type }));
  return { id, name, customer: owner.login, accounts: plain, accountCount };
}
