"use client";

import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { AccountCard, type CardProps } from "./account-card";
import { hasFactor } from "./has-factor";

export function PasswordCard({ view, onAsk }: CardProps) {
  const { accountWords } = useWords();
  const words = accountWords.password;
  return (
    <AccountCard
      title={words.title}
      body={view.hasPassword ? words.body(hasFactor(view)) : words.none}
      buttons={
        view.hasPassword && (
          <Button onClick={() => onAsk({ kind: "password" })}>{words.change}</Button>
        )
      }
    />
  );
}
