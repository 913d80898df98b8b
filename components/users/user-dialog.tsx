"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { useWords } from "@/components/words/use-words";
import type { FoundUsers, KnownUser } from "@/lib/sessions/user";
import { useUserForm } from "./use-user-form";
import type { UserActions } from "./user-actions";
import { UserFields } from "./user-fields";

interface UserDialogProps {
  /** Null to add one. */
  readonly user: KnownUser | null;
  readonly isSelf: boolean;
  readonly owners: FoundUsers["owners"];
  readonly save: UserActions["save"];
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

export function UserDialog({ user, isSelf, owners, save, onClose, onDone }: UserDialogProps) {
  const { frameWords, userFormWords } = useWords();
  const { draft, problems, problem, isRunning, change, submit } = useUserForm({
    user,
    save,
    onDone,
  });
  const element = useRef<HTMLFormElement>(null);
  const endsSessions =
    user !== null && (user.role !== draft.role || user.isViewer !== draft.isViewer);

  useEffect(() => {
    if (Object.keys(problems).length === 0) return;
    element.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [problems]);

  return (
    <Dialog
      ref={element}
      title={user ? userFormWords.editTitle(user.login) : userFormWords.addTitle}
      isHeldOpen={isRunning}
      onClose={onClose}
      onSubmit={() => void submit()}
      buttons={
        <>
          <Button onClick={onClose} disabled={isRunning}>
            {frameWords.cancel}
          </Button>
          <Button type="submit" look="accent" aria-disabled={isRunning}>
            {isRunning ? userFormWords.saving : userFormWords.save}
          </Button>
        </>
      }
    >
      {problem && <FormProblem>{problem}</FormProblem>}
      <UserFields
        draft={draft}
        change={change}
        problems={problems}
        isNew={user === null}
        isSelf={isSelf}
        owners={owners}
      />
      {endsSessions && user.sessionCount > 0 && (
        <p role="status" className="text-[0.8125rem] text-stale-word">
          {userFormWords.sessionsEnd(user.sessionCount)}
        </p>
      )}
    </Dialog>
  );
}
