"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requestWords } from "@/app/request-language";
import { addedProblem } from "@/components/account/added-problem";
import type { EnrolmentFormState } from "@/components/sign-in/enrolment";
import type { LongerPasswordState } from "@/components/sign-in/longer-password";
import { reasonText } from "@/components/words/reason-text";
import { auth } from "@/lib/auth/auth";
import { madePasskeySchema, passkeyNameSchema } from "@/lib/auth/given-proof";
import { formAction, openAction, openActionOf } from "@/lib/auth/open-action";
import {
  addEnrolledPasskey,
  addEnrolledTotp,
  askToAddEnrolledPasskey,
  finishEnrolment,
  finishEnrolmentWithPassword,
} from "@/lib/auth/second-step";

const addTotpRules = {
  fields: z.object({ code: z.string().max(100) }),
  withoutDatabase: async (): Promise<EnrolmentFormState> => ({
    problem: (await requestWords()).brokenWords.noDatabase,
    backupCodes: null,
  }),
};

export const addTotp = formAction(addTotpRules, async ({ code }): Promise<EnrolmentFormState> => {
  const answer = await addEnrolledTotp(code);
  if (answer.status === "over") return redirect("/sign-in?over");
  if (answer.status === "added") return { problem: null, backupCodes: answer.backupCodes };
  const words = await requestWords();
  const problem = addedProblem(words, answer, words.setUpFactorWords.wrongCode);
  return { problem, backupCodes: null };
});

export const askToAddPasskey = openActionOf(z.undefined(), askToAddEnrolledPasskey);

export const addPasskey = openActionOf(
  z.strictObject({ made: madePasskeySchema, name: passkeyNameSchema }),
  ({ made, name }) => addEnrolledPasskey(made, name),
);

const typed = z.string().max(1000);
const passwordRules = {
  fields: z.object({ password: typed, repeat: typed }),
  withoutDatabase: async (): Promise<LongerPasswordState> => ({
    problems: { password: (await requestWords()).brokenWords.noDatabase },
  }),
};

export const changePassword = formAction(
  passwordRules,
  async ({ password, repeat }): Promise<LongerPasswordState> => {
    const { enrolmentWords } = await requestWords();
    if (password !== repeat) return { problems: { repeat: enrolmentWords.different } };
    const answer = await finishEnrolmentWithPassword(password);
    switch (answer.status) {
      case "signedIn":
        return redirect(await firstPage());
      case "over":
        return redirect("/sign-in?over");
      case "full":
        return redirect("/sign-in?over=full");
      case "refused":
        return { problems: { password: reasonText(await requestWords(), answer.problem) } };
    }
  },
);

export const finish = openAction(async () => {
  const { status } = await finishEnrolment();
  if (status === "signedIn") redirect(await firstPage());
  redirect(status === "full" ? "/sign-in?over=full" : "/sign-in?over");
});

/** Who has just set up Rollcall is asked what runs on this machine. */
async function firstPage(): Promise<"/tools-settings" | "/tools-settings/this-machine"> {
  return (await auth().hasOneUser()) ? "/tools-settings/this-machine" : "/tools-settings";
}
