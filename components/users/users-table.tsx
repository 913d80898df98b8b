"use client";

import { SearchX } from "lucide-react";
import { FullNote } from "@/components/ui/full-note";
import { ScrollBox } from "@/components/ui/scroll-box";
import { useWords } from "@/components/words/use-words";
import type { AskedUser } from "./asked-user-dialog";
import { wideOnly } from "./narrow-table";
import type { UsersAnswer } from "./user-actions";
import { UserRow } from "./user-row";

interface UsersTableProps {
  readonly title: string;
  readonly answer: UsersAnswer;
  readonly search: string;
  readonly ownLogin: string;
  /** Null where the operator may only see. */
  readonly onAsk: ((asked: AskedUser) => void) | null;
}

export function UsersTable({ title, answer, search, ownLogin, onAsk }: UsersTableProps) {
  const { userWords } = useWords();
  if (answer.users.length === 0) {
    return (
      <div className="rounded-xl border border-line bg-card shadow-xs">
        <FullNote icon={SearchX} tone="muted" title={userWords.noMatch(search.trim())} />
      </div>
    );
  }
  return (
    <ScrollBox
      label={title}
      className="@container relative shrink-0 overflow-auto rounded-xl border border-line bg-card shadow-xs side:shrink"
    >
      <table className="sessions sm:min-w-176">
        <Head hasActions={onAsk !== null} />
        <tbody>
          {answer.users.map((user) => (
            <UserRow
              key={user.id}
              user={user}
              isSelf={user.login === ownLogin}
              asOf={answer.asOf}
              onAsk={onAsk}
            />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Head({ hasActions }: { readonly hasActions: boolean }) {
  const { userColumnWords } = useWords();
  const { user, standing, name, role, owner, factor, sessions, lastSignIn, actions } =
    userColumnWords;
  return (
    // A card has no columns, and nothing is sorted here.
    <thead className="max-sm:sr-only!">
      <tr>
        <th scope="col" data-place="who" className="@5xl:w-44">
          {user}
        </th>
        <th scope="col" className="w-31 @5xl:w-26">
          {standing}
        </th>
        <th scope="col" className={wideOnly}>
          {name}
        </th>
        <th scope="col" className="w-38">
          {role}
        </th>
        <th scope="col" className={`w-25 ${wideOnly}`}>
          {owner}
        </th>
        <th scope="col" className={`w-27 ${wideOnly}`}>
          {factor}
        </th>
        <th scope="col" className={`number w-20 ${wideOnly}`}>
          {sessions}
        </th>
        <th scope="col" className="number w-26 whitespace-normal! leading-tight">
          {lastSignIn}
        </th>
        {hasActions && (
          <th scope="col" className="right-0 w-47">
            <span className="sr-only">{actions}</span>
          </th>
        )}
      </tr>
    </thead>
  );
}
