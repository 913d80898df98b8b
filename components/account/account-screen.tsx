"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { showControls } from "@/components/format/show-controls";
import { Crumbs } from "@/components/frame/crumbs";
import { useWords } from "@/components/words/use-words";
import type { AccountView } from "@/lib/sessions/account";
import type { AccountActions } from "./account-actions";
import { AppCard } from "./app-card";
import type { AskedAccount } from "./asked-account";
import { AskedAccountDialog } from "./asked-account-dialog";
import { CodesCard } from "./codes-card";
import { PasskeysCard } from "./passkeys-card";
import { PasswordCard } from "./password-card";

interface AccountScreenProps {
  readonly view: AccountView;
  readonly asOf: Date;
  readonly actions: AccountActions;
}

export function AccountScreen({ view, asOf, actions }: AccountScreenProps) {
  const { accountWords } = useWords();
  const router = useRouter();
  const [asked, ask] = useState<AskedAccount | null>(null);
  const [said, say] = useState("");

  const onDone = (sentence: string, codes?: readonly string[] | null) => {
    ask(codes ? { kind: "codes", codes } : null);
    say(sentence);
    router.refresh();
  };
  const card = { view, asOf, onAsk: ask };
  return (
    <div className="flex max-w-3xl flex-col gap-4 p-4 sm:p-6">
      <header className="grid gap-1">
        <Crumbs />
        <h1 className="font-semibold text-xl tracking-tight">{accountWords.title}</h1>
        <p className="text-muted">
          <bdi>{showControls(view.login)}</bdi>
        </p>
      </header>
      <p
        role="status"
        className={said ? "rounded-lg bg-accent-wash px-3 py-2.5 text-[0.8125rem]" : "sr-only"}
      >
        {said}
      </p>
      <PasswordCard {...card} />
      <AppCard {...card} offerTotp={actions.offerTotp} />
      <PasskeysCard {...card} />
      <CodesCard {...card} />
      {asked && (
        <AskedAccountDialog
          asked={asked}
          view={view}
          actions={actions}
          onClose={() => ask(null)}
          onDone={onDone}
        />
      )}
    </div>
  );
}
