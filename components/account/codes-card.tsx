"use client";

import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { AccountCard, type CardProps } from "./account-card";
import { hasFactor } from "./has-factor";

export function CodesCard({ view, onAsk }: CardProps) {
  const { accountWords } = useWords();
  const words = accountWords.backupCodes;
  const has = hasFactor(view);
  return (
    <AccountCard
      title={words.title}
      body={has ? words.body(view.backupCodesLeft) : words.none}
      buttons={has && <Button onClick={() => onAsk({ kind: "makeCodes" })}>{words.make}</Button>}
    />
  );
}
