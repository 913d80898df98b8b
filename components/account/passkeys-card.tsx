import { KeyRound, Pencil, Trash2 } from "lucide-react";
import { showControls } from "@/components/format/show-controls";
import { Button } from "@/components/ui/button";
import type { AccountView } from "@/lib/sessions/account";
import { AccountCard, type CardProps } from "./account-card";
import { accountWords } from "./account-words";
import { UsedAt } from "./used-at";

const words = accountWords.passkeys;

export function PasskeysCard({ view, asOf, onAsk }: CardProps) {
  const { passkeys, canHavePasskeys, hasPassword, origin } = view;
  return (
    <AccountCard
      title={words.title}
      body={hasPassword ? words.body : words.bodyElsewhere}
      buttons={
        canHavePasskeys && <Button onClick={() => onAsk({ kind: "passkey" })}>{words.add}</Button>
      }
    >
      {!canHavePasskeys && (
        <p className="rounded-lg bg-stale-wash px-3 py-2.5 text-[0.8125rem] text-stale-word">
          {words.impossible(origin)}
        </p>
      )}
      {passkeys.length > 0 ? (
        <ul className="grid">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} asOf={asOf} onAsk={onAsk} />
          ))}
        </ul>
      ) : (
        <p className="text-[0.8125rem] text-muted">{words.none}</p>
      )}
    </AccountCard>
  );
}

interface PasskeyRowProps extends Omit<CardProps, "view"> {
  readonly passkey: AccountView["passkeys"][number];
}

function PasskeyRow({ passkey, asOf, onAsk }: PasskeyRowProps) {
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
          aria-label={words.rename(name)}
          data-hint={words.rename(name)}
          onClick={() => onAsk({ kind: "rename", id, name: passkey.name })}
        >
          <Pencil aria-hidden="true" className="size-4" />
        </Button>
        <Button
          look="quiet"
          aria-label={words.remove(name)}
          data-hint={words.remove(name)}
          onClick={() =>
            onAsk({
              kind: "remove",
              which: { kind: "passkey", id },
              name: words.named(name),
              title: words.removeTitle(name),
            })
          }
        >
          <Trash2 aria-hidden="true" className="size-4" />
        </Button>
      </span>
    </li>
  );
}
