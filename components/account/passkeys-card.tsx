"use client";

import { KeyRound, Pencil, Trash2 } from "lucide-react";
import { showControls } from "@/components/format/show-controls";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import type { AccountView } from "@/lib/sessions/account";
import { AccountCard, type CardProps } from "./account-card";
import { UsedAt } from "./used-at";

export function PasskeysCard({ view, asOf, onAsk }: CardProps) {
  const { accountWords } = useWords();
  const { passkeys, canHavePasskeys, hasPassword, origin } = view;
  return (
    <AccountCard
      title={accountWords.passkeys.title}
      body={hasPassword ? accountWords.passkeys.body : accountWords.passkeys.bodyElsewhere}
      buttons={
        canHavePasskeys && (
          <Button onClick={() => onAsk({ kind: "passkey" })}>{accountWords.passkeys.add}</Button>
        )
      }
    >
      {!canHavePasskeys && (
        <p className="rounded-lg bg-stale-wash px-3 py-2.5 text-[0.8125rem] text-stale-word">
          {accountWords.passkeys.impossible(origin)}
        </p>
      )}
      {passkeys.length > 0 ? (
        <ul className="grid">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} asOf={asOf} onAsk={onAsk} />
          ))}
        </ul>
      ) : (
        <p className="text-[0.8125rem] text-muted">{accountWords.passkeys.none}</p>
      )}
    </AccountCard>
  );
}

interface PasskeyRowProps extends Omit<CardProps, "view"> {
  readonly passkey: AccountView["passkeys"][number];
}

function PasskeyRow({ passkey, asOf, onAsk }: PasskeyRowProps) {
  const { accountWords } = useWords();
  const { id, lastUsedAt } = passkey;
  const name = showControls(passkey.name);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-t py-2 text-[0.8125rem]">
      <KeyRound aria-hidden="true" className="size-4 shrink-0 text-accent" />
      <bdi className="wrap-anywhere min-w-0 flex-1 font-medium">{name}</bdi>
      <span className="text-muted">
        <UsedAt at={lastUsedAt} asOf={asOf} />
      </span>
      <span className="flex gap-1">
        <Button
          look="quiet"
          aria-label={accountWords.passkeys.rename(name)}
          data-hint={accountWords.passkeys.rename(name)}
          onClick={() => onAsk({ kind: "rename", id, name: passkey.name })}
        >
          <Pencil aria-hidden="true" className="size-4" />
        </Button>
        <Button
          look="quiet"
          aria-label={accountWords.passkeys.remove(name)}
          data-hint={accountWords.passkeys.remove(name)}
          onClick={() =>
            onAsk({
              kind: "remove",
              which: { kind: "passkey", id },
              name: accountWords.passkeys.named(name),
              title: accountWords.passkeys.removeTitle(name),
            })
          }
        >
          <Trash2 aria-hidden="true" className="size-4" />
        </Button>
      </span>
    </li>
  );
}
