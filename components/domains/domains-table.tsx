import { Globe, Pencil, Plus, SearchX, Trash2 } from "lucide-react";
import { showControls } from "@/components/format/show-controls";
import { CardLabel } from "@/components/sessions/cells";
import { Button } from "@/components/ui/button";
import { FullNote } from "@/components/ui/full-note";
import { ScrollBox } from "@/components/ui/scroll-box";
import { useWords } from "@/components/words/use-words";
import type { DomainAccount, DomainsAnswer, KnownDomain } from "@/lib/sessions/domain";
import type { AskedDomain } from "./domains-screen";

interface DomainsTableProps {
  readonly answer: DomainsAnswer;
  readonly search: string;
  /** Null where the operator may only see. */
  readonly onAsk: ((asked: AskedDomain) => void) | null;
}

export function DomainsTable({ answer, search, onAsk }: DomainsTableProps) {
  const { domainWords, toolWords } = useWords();
  const { domains, total } = answer;
  if (domains.length === 0) {
    return (
      <div className="rounded-xl border border-line bg-card shadow-xs">
        {total === 0 ? (
          <None onAsk={onAsk} />
        ) : (
          <FullNote icon={SearchX} tone="muted" title={domainWords.noMatch(search)} />
        )}
      </div>
    );
  }
  const { domain, customer, accounts, actions } = domainWords.columns;
  return (
    <ScrollBox
      label={toolWords.domains.title}
      className="relative shrink-0 overflow-auto rounded-xl border border-line bg-card shadow-xs side:shrink"
    >
      <table className="sessions">
        <thead className="max-sm:sr-only!">
          <tr>
            <th scope="col" data-place="who" className="w-[32%]">
              {domain}
            </th>
            <th scope="col" className="w-[18%]">
              {customer}
            </th>
            <th scope="col">{accounts}</th>
            {onAsk && (
              <th scope="col" className="w-24">
                <span className="sr-only">{actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {domains.map((each) => (
            <DomainRow key={each.id} domain={each} onAsk={onAsk} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function None({ onAsk }: Pick<DomainsTableProps, "onAsk">) {
  const { domainWords } = useWords();
  return (
    <FullNote icon={Globe} tone="calm" title={<h2>{domainWords.noneTitle}</h2>}>
      <p className="text-muted">{domainWords.noneBody}</p>
      {onAsk === null && <p className="text-muted">{domainWords.noneAsk}</p>}
      {onAsk && (
        <Button look="accent" onClick={() => onAsk({ kind: "edit", domain: null })}>
          <Plus aria-hidden="true" className="size-4" />
          {domainWords.add}
        </Button>
      )}
    </FullNote>
  );
}

interface DomainRowProps extends Pick<DomainsTableProps, "onAsk"> {
  readonly domain: KnownDomain;
}

function DomainRow({ domain, onAsk }: DomainRowProps) {
  const { domainWords } = useWords();
  return (
    <tr className="max-sm:pl-3.5!">
      <td data-place="who" className="wrap-anywhere whitespace-normal! font-medium sm:py-1!">
        {domain.name}
      </td>
      <td data-place="status">
        <CardLabel>{domainWords.columns.customer}</CardLabel>
        <bdi className="wrap-anywhere">{showControls(domain.customer)}</bdi>
      </td>
      <td data-place="rest" className="wrap-anywhere whitespace-normal! sm:py-1!">
        <CardLabel>{domainWords.columns.accounts}</CardLabel>
        <Accounts {...domain} />
      </td>
      {onAsk && (
        <td className="right-0 max-sm:ml-auto sm:sticky">
          <Actions domain={domain} onAsk={onAsk} />
        </td>
      )}
    </tr>
  );
}

const mostNamed = 3;

function Accounts({ accounts, accountCount }: KnownDomain) {
  const { domainWords } = useWords();
  if (accountCount === 0) return <span className="text-muted-word">{domainWords.noAccounts}</span>;
  const named = accounts.slice(0, mostNamed);
  const more = accountCount - named.length;
  return (
    <span className="inline-flex flex-wrap gap-x-3 gap-y-0.5">
      {named.map((account) => (
        <Account key={JSON.stringify([account.login, account.server])} account={account} />
      ))}
      {more > 0 && <span className="text-muted-word">{domainWords.more(more)}</span>}
    </span>
  );
}

function Account({ account: { login, server, type } }: { readonly account: DomainAccount }) {
  const { domainWords, ftpTypeWords } = useWords();
  return (
    <span>
      <bdi>{showControls(login)}</bdi>{" "}
      <span className="text-muted-word text-xs">
        {ftpTypeWords[type]}
        {server !== null && ` ${domainWords.onServer(server)}`}
      </span>
    </span>
  );
}

interface ActionsProps {
  readonly domain: KnownDomain;
  readonly onAsk: (asked: AskedDomain) => void;
}

const iconButton =
  "grid size-8 place-items-center rounded-lg text-muted hover:bg-page hover:text-text";

function Actions({ domain, onAsk }: ActionsProps) {
  const { domainWords } = useWords();
  const { name } = domain;
  return (
    <span className="flex justify-end">
      <button
        type="button"
        aria-label={domainWords.edit(name)}
        data-hint={domainWords.edit(name)}
        onClick={() => onAsk({ kind: "edit", domain })}
        className={iconButton}
      >
        <Pencil aria-hidden="true" className="size-4" />
      </button>
      <button
        type="button"
        aria-label={domainWords.delete(name)}
        data-hint={domainWords.delete(name)}
        onClick={() => onAsk({ kind: "delete", domain })}
        className={iconButton}
      >
        <Trash2 aria-hidden="true" className="size-4" />
      </button>
    </span>
  );
}
