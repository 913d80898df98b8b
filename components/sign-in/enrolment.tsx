"use client";

import { useActionState, useState } from "react";
import { BackupCodesView } from "@/components/account/backup-codes-view";
import { TotpOfferView } from "@/components/account/totp-offer-view";
import type { AddPasskey } from "@/components/account/use-passkey-adding";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import type { TotpOffer } from "@/lib/sessions/account";
import { EnrolledPasskey } from "./enrolled-passkey";
import { LongerPassword, type LongerPasswordState } from "./longer-password";
import { StartAgain } from "./start-again";
import { WayInCard } from "./way-in-card";

export interface EnrolmentFormState {
  readonly problem: string | null;
  /** Once a factor is set up. */
  readonly backupCodes: readonly string[] | null;
}

interface EnrolmentProps {
  readonly login: string;
  /** Null once a factor is set up. */
  readonly offer: TotpOffer | null;
  readonly addTotp: (before: EnrolmentFormState, form: FormData) => Promise<EnrolmentFormState>;
  /** Null where browsers know no passkeys. */
  readonly addPasskey: AddPasskey | null;
  readonly changePassword: (
    before: LongerPasswordState,
    form: FormData,
  ) => Promise<LongerPasswordState>;
  readonly finish: () => Promise<void>;
  readonly startAgain: () => Promise<void>;
}

/** One of three, then on to Rollcall; the app and the password work without the page's scripts. */
export function Enrolment(props: EnrolmentProps) {
  const { enrolmentWords, setUpFactorWords } = useWords();
  const { login, offer, addTotp, addPasskey, changePassword, finish, startAgain } = props;
  const first = { problem: null, backupCodes: null };
  const [state, submit, isPending] = useActionState(addTotp, first);
  const [added, setAdded] = useState<{ readonly codes: readonly string[] | null } | null>(null);
  const codes = state.backupCodes ?? added?.codes;
  if (!offer || added || codes) {
    return (
      <WayInCard title={enrolmentWords.doneTitle} lead={enrolmentWords.doneLead}>
        {codes && (
          <>
            <h2 className="font-semibold">{setUpFactorWords.codesTitle}</h2>
            <BackupCodesView codes={codes} />
          </>
        )}
        <form action={finish}>
          <Button type="submit" look="accent" isWide>
            {enrolmentWords.finish}
          </Button>
        </form>
      </WayInCard>
    );
  }
  return (
    <WayInCard title={enrolmentWords.title} lead={enrolmentWords.lead(login)}>
      <form action={submit} className="grid gap-4">
        <h2 className="font-semibold">{enrolmentWords.appTitle}</h2>
        <TotpOfferView offer={offer} problem={state.problem ?? undefined} />
        <Button type="submit" look="accent" isWide disabled={isPending}>
          {isPending ? setUpFactorWords.addingTotp : setUpFactorWords.addTotp}
        </Button>
      </form>
      {addPasskey && (
        <EnrolledPasskey
          addPasskey={addPasskey}
          onAdded={(backupCodes) => setAdded({ codes: backupCodes })}
        />
      )}
      <LongerPassword changePassword={changePassword} />
      <StartAgain startAgain={startAgain} />
    </WayInCard>
  );
}
