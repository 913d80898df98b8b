import type { DomainDraft, DomainProblem } from "@/lib/sessions/domain";
import type { DomainsChange } from "@/lib/store/domains";
import {
  checkAccount,
  checkDomain,
  type GivenAccount,
  type Known,
  toAccountKey,
} from "./check-domain";
import type { Stored } from "./plan-import";

type SavePlan =
  | { readonly status: "planned"; readonly change: DomainsChange }
  | { readonly status: "overtaken" }
  | { readonly status: "refused"; readonly problems: readonly DomainProblem[] };

/** What saving the form writes. Its accounts are all that the domain has from then on. */
export function planSave(draft: DomainDraft, known: Known, stored: Stored): SavePlan {
  const row = stored.domains.find(({ id }) => id === draft.id);
  if (draft.id !== null && !row) return { status: "overtaken" };
  const domain = checkDomain(draft.name, draft.customer, known);
  const accounts = checkAccounts(draft, known, stored);
  if (domain.status === "wrong") {
    const mistakes = domain.mistakes.map(({ field, ...rest }) => ({ path: field, ...rest }));
    return { status: "refused", problems: [...mistakes, ...accounts.problems] };
  }
  const { name, plainName, owner } = domain.given;
  const holder = stored.domains.find((other) => other.plainName === plainName);
  const problems: DomainProblem[] = [...accounts.problems];
  if (holder && holder !== row)
    problems.push({ path: "name", mistake: "taken", about: holder.name });
  if (problems.length > 0) return { status: "refused", problems };

  const id = row?.id ?? crypto.randomUUID();
  const next = { id, name, plainName, ownerId: owner.id };
  const domains = row ? { added: [], changed: [next] } : { added: [next], changed: [] };
  return {
    status: "planned",
    change: { ...domains, given: [], ...toAccounts(accounts.given, id, stored) },
  };
}

interface CheckedAccounts {
  /** Null: they stay as they are. */
  readonly given: readonly GivenAccount[] | null;
  readonly problems: readonly DomainProblem[];
}

function checkAccounts(draft: DomainDraft, known: Known, stored: Stored): CheckedAccounts {
  if (!draft.accounts) return { given: null, problems: [] };
  const given = new Map<string, GivenAccount>();
  const problems: DomainProblem[] = [];
  for (const [place, { login, type, server }] of draft.accounts.entries()) {
    const complain = (field: string, problem: Omit<DomainProblem, "path">) =>
      problems.push({ path: `accounts.${place}.${field}`, ...problem });
    const account = checkAccount({ login, type, server: server ?? "" }, known);
    if (account.status === "wrong") {
      for (const { field, ...problem } of account.mistakes) complain(field, problem);
      continue;
    }
    const key = toAccountKey(account.given);
    const holder = stored.accounts.find((other) => toAccountKey(other) === key);
    if (given.has(key)) complain("login", { mistake: "login-twice", about: login });
    else if (holder && holder.domainId !== draft.id) {
      const name = stored.domains.find(({ id }) => id === holder.domainId)?.name ?? "";
      complain("login", { mistake: "taken", about: name });
    } else given.set(key, account.given);
  }
  return { given: [...given.values()], problems };
}

function toAccounts(given: readonly GivenAccount[] | null, domainId: string, stored: Stored) {
  if (!given) return { removedAccountIds: [], addedAccounts: [] };
  const old = stored.accounts.filter((account) => account.domainId === domainId);
  return {
    removedAccountIds: old.map(({ id }) => id),
    addedAccounts: given.map((account) => ({ id: crypto.randomUUID(), ...account, domainId })),
  };
}
