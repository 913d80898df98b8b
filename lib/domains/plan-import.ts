import type { CsvProblem } from "@/lib/sessions/domain";
import type { DomainRow, DomainsChange, FtpAccountRow } from "@/lib/store/domains";
import {
  checkAccount,
  checkDomain,
  type GivenAccount,
  type GivenDomain,
  type Known,
  type Mistake,
  toAccountKey,
} from "./check-domain";
import type { CsvRow } from "./read-csv";

export interface Stored {
  readonly domains: readonly DomainRow[];
  readonly accounts: readonly FtpAccountRow[];
}

export interface ImportPlan {
  readonly change: DomainsChange;
  /** Lines that say nothing but what is stored already. */
  readonly unchanged: number;
  readonly problems: readonly CsvProblem[];
}

/** In the order of the lines that name them first. */
interface Named {
  readonly domains: ReadonlyMap<string, NamedDomain>;
  readonly accounts: ReadonlyMap<string, NamedAccount>;
  readonly problems: readonly CsvProblem[];
}

interface NamedDomain extends GivenDomain {
  readonly line: number;
}

interface NamedAccount extends GivenAccount {
  readonly plainName: string;
  readonly line: number;
}

/** What the lines add and change. Nothing that they do not name is touched. */
export function planImport(rows: readonly CsvRow[], known: Known, stored: Stored): ImportPlan {
  const { problems, ...named } = readNamed(rows, known);
  const domains = planDomains([...named.domains.values()], stored);
  const accounts = planAccounts([...named.accounts.values()], stored, domains.idOf);
  const { idOf: _ids, lines: domainLines, ...domainChange } = domains;
  const { lines: accountLines, ...accountChange } = accounts;
  const changing = new Set([...domainLines, ...accountLines]);
  return {
    change: { ...domainChange, ...accountChange },
    unchanged: rows.length - changing.size,
    problems,
  };
}

function readNamed(rows: readonly CsvRow[], known: Known): Named {
  const problems: CsvProblem[] = [];
  const domains = new Map<string, NamedDomain>();
  const accounts = new Map<string, NamedAccount>();
  for (const row of rows) {
    const { line } = row;
    const complain = (mistakes: readonly Pick<Mistake, "mistake" | "about">[]) =>
      problems.push(...mistakes.map(({ mistake, about }) => ({ line, mistake, about })));
    const domain = checkDomain(row.domain, row.customer, known);
    if (domain.status === "wrong") complain(domain.mistakes);
    else complain(nameDomain(domains, { ...domain.given, line }));
    if (!hasAccount(row)) continue;
    const account = checkAccount({ ...row, login: row.ftp_login }, known);
    if (account.status === "wrong") complain(account.mistakes);
    else if (domain.status === "right") {
      const { plainName } = domain.given;
      complain(nameAccount(accounts, { ...account.given, plainName, line }));
    }
  }
  return { domains, accounts, problems };
}

function nameDomain(domains: Map<string, NamedDomain>, domain: NamedDomain) {
  const before = domains.get(domain.plainName);
  if (!before) domains.set(domain.plainName, domain);
  const { id, login } = before?.owner ?? domain.owner;
  return id === domain.owner.id ? [] : [{ mistake: "customer-differs", about: login } as const];
}

function nameAccount(accounts: Map<string, NamedAccount>, account: NamedAccount) {
  const key = toAccountKey(account);
  const before = accounts.get(key);
  if (!before) accounts.set(key, account);
  return before ? [{ mistake: "login-twice", about: String(before.line) } as const] : [];
}

/** A line may name a domain alone. */
function hasAccount({ ftp_login, type, server }: CsvRow): boolean {
  return ftp_login !== "" || type !== "" || server !== "";
}

function planDomains(named: readonly NamedDomain[], stored: Stored) {
  const before = new Map(stored.domains.map((row) => [row.plainName, row]));
  const idOf = new Map(stored.domains.map(({ plainName, id }) => [plainName, id]));
  const added: DomainRow[] = [];
  const given: DomainRow[] = [];
  const lines: number[] = [];
  for (const { name, plainName, owner, line } of named) {
    const row = before.get(plainName);
    if (row?.ownerId === owner.id) continue;
    lines.push(line);
    if (row) given.push({ ...row, ownerId: owner.id });
    else {
      const id = crypto.randomUUID();
      idOf.set(plainName, id);
      added.push({ id, name, plainName, ownerId: owner.id });
    }
  }
  const byOwner = Map.groupBy(given, ({ ownerId }) => ownerId);
  const toOwners = [...byOwner].map(([ownerId, rows]) => ({
    ownerId,
    ids: rows.map(({ id }) => id),
  }));
  return { added, changed: [], given: toOwners, idOf, lines };
}

function planAccounts(
  named: readonly NamedAccount[],
  stored: Stored,
  idOf: ReadonlyMap<string, string>,
) {
  const before = new Map(stored.accounts.map((row) => [toAccountKey(row), row]));
  const removedAccountIds: string[] = [];
  const addedAccounts: FtpAccountRow[] = [];
  const lines: number[] = [];
  for (const { login, server, type, plainName, line } of named) {
    const row = before.get(toAccountKey({ login, server }));
    const domainId = idOf.get(plainName);
    if (domainId === undefined) throw new Error(`${plainName} was not planned`);
    if (row?.domainId === domainId && row.type === type) continue;
    lines.push(line);
    if (row) removedAccountIds.push(row.id);
    addedAccounts.push({ id: row?.id ?? crypto.randomUUID(), login, server, type, domainId });
  }
  return { removedAccountIds, addedAccounts, lines };
}
