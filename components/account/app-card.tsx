"use client";

import { CircleCheck } from "lucide-react";
import { useAsking } from "@/components/proof/use-asking";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { useWords } from "@/components/words/use-words";
import type { AccountActions } from "./account-actions";
import { AccountCard, type CardProps } from "./account-card";
import { UsedAt } from "./used-at";

interface AppCardProps extends CardProps {
  readonly offerTotp: AccountActions["offerTotp"];
}

export function AppCard({ view, asOf, onAsk, offerTotp }: AppCardProps) {
  const { setUpFactorWords, accountWords } = useWords();
  const { isRunning, problem, run } = useAsking(setUpFactorWords.lost);
  const { totp } = view;

  async function setUp() {
    const offer = await run(offerTotp);
    if (offer) onAsk({ kind: "totp", offer });
  }

  return (
    <AccountCard
      title={accountWords.totp.title}
      body={accountWords.totp.body}
      buttons={
        totp ? (
          <Button
            onClick={() =>
              onAsk({
                kind: "remove",
                which: { kind: "totp" },
                name: accountWords.totp.name,
                title: accountWords.totp.removeTitle,
              })
            }
          >
            {accountWords.totp.remove}
          </Button>
        ) : (
          <Button onClick={() => void (isRunning || setUp())}>{accountWords.totp.add}</Button>
        )
      }
    >
      {problem && <FormProblem>{problem}</FormProblem>}
      {totp ? (
        <p className="flex items-center gap-2 text-[0.8125rem]">
          <CircleCheck aria-hidden="true" className="size-4 text-accent" />
          {accountWords.totp.on}
          <span className="text-muted">
            · <UsedAt at={totp.lastUsedAt} asOf={asOf} />
          </span>
        </p>
      ) : (
        <p className="text-[0.8125rem] text-muted">{accountWords.totp.off}</p>
      )}
    </AccountCard>
  );
}
