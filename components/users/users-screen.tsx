"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Crumbs } from "@/components/frame/crumbs";
import { SearchField } from "@/components/sessions/search-field";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { type AskedUser, AskedUserDialog } from "./asked-user-dialog";
import { useUsers } from "./use-users";
import type { LookAtUsers, UserActions, UsersAnswer } from "./user-actions";
import { UsersTable } from "./users-table";

interface UsersScreenProps {
  readonly first: UsersAnswer;
  readonly ownLogin: string;
  readonly look: LookAtUsers;
  /** Null where the operator may only see. */
  readonly actions: UserActions | null;
}

export function UsersScreen({ first, ownLogin, look, actions }: UsersScreenProps) {
  const {
    toolWords,
    userWords,
    formats: { formatCount },
  } = useWords();
  const [asked, ask] = useState<AskedUser | null>(null);
  const [announcement, announce] = useState("");
  const { answer, search, setSearch, lookAgain } = useUsers({
    first,
    look,
    isPaused: asked !== null,
  });
  const { users, matching, total, owners } = answer;

  const onDone = (said: string) => {
    ask(null);
    announce(said);
    void lookAgain();
  };
  return (
    <div className="flex flex-col gap-3 p-4 sm:p-6 side:h-full">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="grid gap-1">
          <Crumbs />
          <h1 className="font-semibold text-xl tracking-tight">{toolWords.users.title}</h1>
          <p className="pt-1 text-[0.8125rem] text-muted tabular-nums">{userWords.users(total)}</p>
        </div>
        {actions && (
          <Button look="accent" onClick={() => ask({ kind: "edit", user: null })}>
            <Plus aria-hidden="true" className="size-4" />
            {userWords.add}
          </Button>
        )}
      </header>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SearchField advice={userWords.searchAdvice} search={search} onSearch={setSearch} />
        {users.length < matching && (
          <p className="text-[0.8125rem] text-muted tabular-nums">
            {userWords.firstOf(formatCount(users.length), formatCount(matching))}
          </p>
        )}
      </div>
      <UsersTable
        title={toolWords.users.title}
        answer={answer}
        search={search}
        ownLogin={ownLogin}
        onAsk={actions && ask}
      />
      {asked && actions && (
        <AskedUserDialog
          asked={asked}
          ownLogin={ownLogin}
          owners={owners}
          actions={actions}
          onClose={() => ask(null)}
          onDone={onDone}
        />
      )}
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </div>
  );
}
