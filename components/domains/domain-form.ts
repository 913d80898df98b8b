import type { Words } from "@/components/words/words";
import type { DomainDraft, DomainProblem, KnownDomain } from "@/lib/sessions/domain";
import { mostAccountsInForm } from "@/lib/sessions/domain";
import type { FtpAccountType } from "@/lib/sessions/session";
import { mistakeSentence } from "./mistake-sentence";

/** What is typed. */
export interface DomainForm {
  readonly name: string;
  readonly customer: string;
  /** Null where there are too many for a form. */
  readonly accounts: readonly AccountForm[] | null;
}

export interface AccountForm {
  /** Names the row while it is on the screen. */
  readonly key: number;
  readonly login: string;
  readonly type: FtpAccountType;
  /** Empty: every server. */
  readonly server: string;
}

export function toForm(domain: KnownDomain | null): DomainForm {
  if (!domain) return { name: "", customer: "", accounts: [] };
  const { name, customer, accounts, accountCount } = domain;
  const rows = accounts.map(({ login, type, server }, key) => ({
    key,
    login,
    type,
    server: server ?? "",
  }));
  return { name, customer, accounts: accountCount > mostAccountsInForm ? null : rows };
}

export function addAccount(accounts: readonly AccountForm[]): readonly AccountForm[] {
  const key = Math.max(-1, ...accounts.map((account) => account.key)) + 1;
  return [...accounts, { key, login: "", type: "website-administrator", server: "" }];
}

export function toDraft(id: string | null, { name, customer, accounts }: DomainForm): DomainDraft {
  const drafts = accounts?.map(({ login, type, server }) => ({
    login,
    type,
    server: server === "" ? null : server,
  }));
  return { id, name, customer, accounts: drafts ?? null };
}

/** One sentence for each field that has a mistake, by its path. */
export function toSentences(
  words: Words,
  problems: readonly DomainProblem[],
): ReadonlyMap<string, string> {
  return new Map(
    problems
      .toReversed()
      .map((problem) => [problem.path, mistakeSentence(words, problem)] as const),
  );
}
