import { Plus, Trash2 } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { mostAccountsInForm } from "@/lib/sessions/domain";
import { ftpAccountTypes } from "@/lib/sessions/session";
import { type AccountForm, addAccount } from "./domain-form";

interface AccountFieldsProps {
  /** Null where there are too many for a form. */
  readonly accounts: readonly AccountForm[] | null;
  /** How many are stored. */
  readonly count: number;
  readonly servers: readonly string[];
  /** By path. */
  readonly problems: ReadonlyMap<string, string>;
  readonly onChange: (accounts: readonly AccountForm[]) => void;
}

export function AccountFields({ accounts, count, onChange, ...row }: AccountFieldsProps) {
  const { domainFormWords } = useWords();
  if (!accounts) return <p className="text-muted">{domainFormWords.tooMany(count)}</p>;
  return (
    <fieldset className="grid gap-2.5">
      <legend className="font-medium text-[0.8125rem]">{domainFormWords.accounts}</legend>
      <p className="text-[0.8125rem] text-muted">{domainFormWords.accountsLead}</p>
      {accounts.map((account, place) => (
        <AccountRow
          key={account.key}
          account={account}
          place={place}
          onChange={(next) => onChange(accounts.with(place, next))}
          onRemove={() => onChange(accounts.filter((other) => other !== account))}
          {...row}
        />
      ))}
      {accounts.length < mostAccountsInForm && (
        <span>
          <Button onClick={() => onChange(addAccount(accounts))}>
            <Plus aria-hidden="true" className="size-4" />
            {domainFormWords.addAccount}
          </Button>
        </span>
      )}
    </fieldset>
  );
}

interface AccountRowProps extends Pick<AccountFieldsProps, "servers" | "problems"> {
  readonly account: AccountForm;
  readonly place: number;
  readonly onChange: (account: AccountForm) => void;
  readonly onRemove: () => void;
}

const field =
  "h-9 w-full min-w-0 truncate rounded-lg border border-edge bg-card px-2.5 text-[0.8125rem] focus-visible:border-accent focus-visible:outline-offset-0 aria-invalid:border-danger";

function AccountRow({ account, place, onChange, onRemove, ...known }: AccountRowProps) {
  const { domainFormWords, ftpTypeWords } = useWords();
  const { login, type, server } = account;
  const types = ftpAccountTypes.map((value) => ({ value, word: ftpTypeWords[value] }));
  const problemId = useId();
  const problemOf = (name: string) => known.problems.get(`accounts.${place}.${name}`);
  const problem = problemOf("login") ?? problemOf("server") ?? problemOf("type");
  const servers = [...new Set([...known.servers, server])].filter((name) => name !== "");
  const shared = (name: string) => ({
    "aria-invalid": problemOf(name) ? true : undefined,
    "aria-describedby": problem ? problemId : undefined,
    className: field,
  });
  return (
    <fieldset>
      <legend className="sr-only">{domainFormWords.account(place + 1)}</legend>
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_2rem] items-center gap-1.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)_2rem]">
        <input
          aria-label={domainFormWords.login}
          placeholder={domainFormWords.login}
          value={login}
          onChange={({ target }) => onChange({ ...account, login: target.value })}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          {...shared("login")}
        />
        <select
          aria-label={domainFormWords.type}
          value={type}
          onChange={({ target }) => {
            const chosen = ftpAccountTypes.find((each) => each === target.value);
            if (chosen) onChange({ ...account, type: chosen });
          }}
          {...shared("type")}
        >
          {types.map(({ value, word }) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
        <select
          aria-label={domainFormWords.server}
          value={server}
          onChange={({ target }) => onChange({ ...account, server: target.value })}
          {...shared("server")}
        >
          <option value="">{domainFormWords.everyServer}</option>
          {servers.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          aria-label={domainFormWords.removeAccount(login)}
          data-hint={domainFormWords.removeAccount(login)}
          onClick={onRemove}
          className="grid size-8 place-items-center rounded-lg text-muted hover:bg-hover hover:text-text max-sm:col-start-3 max-sm:row-start-1"
        >
          <Trash2 aria-hidden="true" className="size-4" />
        </button>
      </div>
      {problem && (
        <p id={problemId} className="pt-1 text-[0.8125rem] text-danger">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
