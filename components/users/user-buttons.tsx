"use client";

import {
  Ban,
  CircleCheck,
  KeyRound,
  type LucideIcon,
  Pencil,
  ShieldOff,
  Trash2,
} from "lucide-react";
import { useWords } from "@/components/words/use-words";
import type { KnownUser } from "@/lib/sessions/user";
import type { AskedUser } from "./asked-user-dialog";

interface UserButtonsProps {
  readonly user: KnownUser;
  /** What ends or weakens the own account is offered on the own pages, or to another administrator. */
  readonly isSelf: boolean;
  readonly onAsk: (asked: AskedUser) => void;
}

export function UserButtons({ user, isSelf, onAsk }: UserButtonsProps) {
  const { userWords } = useWords();
  const { login, isDisabled, hasSecondFactor } = user;
  const ask = (kind: AskedUser["kind"]) => () => onAsk({ kind, user });
  return (
    <span className="flex justify-end">
      <IconButton icon={Pencil} word={userWords.edit(login)} onClick={ask("edit")} />
      {!isSelf && (
        <>
          <IconButton
            icon={KeyRound}
            word={userWords.setPassword(login)}
            onClick={ask("password")}
          />
          {hasSecondFactor && (
            <IconButton
              icon={ShieldOff}
              word={userWords.resetFactors(login)}
              onClick={ask("resetFactors")}
            />
          )}
          {isDisabled ? (
            <IconButton icon={CircleCheck} word={userWords.enable(login)} onClick={ask("enable")} />
          ) : (
            <IconButton icon={Ban} word={userWords.disable(login)} onClick={ask("disable")} />
          )}
          <IconButton icon={Trash2} word={userWords.remove(login)} onClick={ask("remove")} />
        </>
      )}
    </span>
  );
}

interface IconButtonProps {
  readonly icon: LucideIcon;
  readonly word: string;
  readonly onClick: () => void;
}

function IconButton({ icon: Icon, word, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={word}
      data-hint={word}
      onClick={onClick}
      className="grid size-8 place-items-center rounded-lg text-muted hover:bg-page hover:text-text"
    >
      <Icon aria-hidden="true" className="size-4" />
    </button>
  );
}
