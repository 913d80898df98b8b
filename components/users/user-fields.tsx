"use client";

import { useId } from "react";
import { CheckField } from "@/components/ui/check-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { useWords } from "@/components/words/use-words";
import { roles } from "@/lib/sessions/session";
import { type FoundUsers, ownerRoleOf, type UserDraft } from "@/lib/sessions/user";
import type { DraftProblems } from "./use-user-form";

interface UserFieldsProps {
  readonly draft: UserDraft;
  readonly change: (part: Partial<UserDraft>) => void;
  readonly problems: DraftProblems;
  readonly isNew: boolean;
  /** Nobody takes away the own rights. */
  readonly isSelf: boolean;
  readonly owners: FoundUsers["owners"];
}

/** Neither a browser nor a phone should mend what is typed here. */
const exact = {
  autoCapitalize: "none",
  autoCorrect: "off",
  spellCheck: false,
  autoComplete: "off",
};

export function UserFields(props: UserFieldsProps) {
  const { userFormWords, roleWords } = useWords();
  const { draft, change, problems, isNew, isSelf } = props;
  return (
    <>
      {isNew && (
        <TextField
          label={userFormWords.login}
          advice={userFormWords.loginAdvice}
          problem={problems.login}
          value={draft.login}
          onChange={({ target }) => change({ login: target.value })}
          {...exact}
        />
      )}
      <TextField
        label={userFormWords.name}
        note={userFormWords.optional}
        problem={problems.name}
        value={draft.name}
        onChange={({ target }) => change({ name: target.value })}
        autoComplete="off"
      />
      <TextField
        label={userFormWords.email}
        note={userFormWords.optional}
        problem={problems.email}
        value={draft.email}
        onChange={({ target }) => change({ email: target.value })}
        {...exact}
      />
      <SelectField
        label={userFormWords.role}
        choices={roles.map((role) => ({ value: role, word: roleWords[role] }))}
        chosen={draft.role}
        onChoose={(role) => change({ role })}
        isDisabled={isSelf}
        advice={isSelf ? userFormWords.ownRights : undefined}
        problem={problems.role}
      />
      <OwnerField {...props} />
      <CheckField
        label={userFormWords.viewer}
        advice={userFormWords.viewerAdvice}
        isChecked={draft.isViewer}
        onCheck={(isViewer) => change({ isViewer })}
        isDisabled={isSelf}
      />
      {isNew && (
        <TextField
          label={userFormWords.password}
          advice={userFormWords.passwordAdvice}
          problem={problems.password}
          type="password"
          autoComplete="new-password"
          value={draft.password}
          onChange={({ target }) => change({ password: target.value })}
        />
      )}
    </>
  );
}

function OwnerField({ draft, change, problems, owners }: UserFieldsProps) {
  const { userFormWords } = useWords();
  const listId = useId();
  const { role, ownerLogin } = draft;
  const ownerRole = ownerRoleOf(role);
  if (role !== "customer" && role !== "mailbox-owner") return null;
  return (
    <>
      <TextField
        label={userFormWords.owner}
        note={userFormWords.ownerNote[role]}
        problem={problems.ownerLogin}
        value={ownerLogin}
        onChange={({ target }) => change({ ownerLogin: target.value })}
        list={listId}
        {...exact}
      />
      <datalist id={listId}>
        {owners
          .filter((owner) => owner.role === ownerRole)
          .map(({ login }) => (
            <option key={login} value={login} />
          ))}
      </datalist>
    </>
  );
}
