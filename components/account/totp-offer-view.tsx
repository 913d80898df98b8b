"use client";

import { CopyLine } from "@/components/ui/copy-line";
import { TextField } from "@/components/ui/text-field";
import { useWords } from "@/components/words/use-words";
import type { TotpOffer } from "@/lib/sessions/account";
import { QrCode } from "./qr-code";

interface TotpOfferViewProps {
  readonly offer: TotpOffer;
  readonly problem?: string | undefined;
  /** Absent in a form that works without scripts. */
  readonly typed?: { readonly code: string; readonly onCode: (code: string) => void };
}

/** What the app takes, and the field for the code that it then shows. */
export function TotpOfferView({ offer, problem, typed }: TotpOfferViewProps) {
  const { copyWords, setUpFactorWords } = useWords();
  return (
    <>
      <p>{setUpFactorWords.scan}</p>
      <div className="flex justify-center">
        <QrCode text={offer.uri} label={setUpFactorWords.qrCode} />
      </div>
      <div className="grid gap-1.5">
        <p className="font-medium text-[0.8125rem]">{setUpFactorWords.key}</p>
        <CopyLine text={inGroups(offer.secret)} words={copyWords} />
      </div>
      <TextField
        label={setUpFactorWords.code}
        name="code"
        advice={setUpFactorWords.codeAdvice}
        problem={problem}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        required
        data-autofocus
        {...(typed && {
          value: typed.code,
          onChange: (event) => typed.onCode(event.target.value),
        })}
      />
    </>
  );
}

/** Easier to type; apps do not mind the blanks. */
function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, "$1 ");
}
