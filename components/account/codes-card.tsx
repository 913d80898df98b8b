import { Button } from "@/components/ui/button";
import { AccountCard, type CardProps } from "./account-card";
import { accountWords } from "./account-words";
import { hasFactor } from "./has-factor";

export function CodesCard({ view, onAsk }: CardProps) {
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
