"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requestWords } from "@/app/request-language";
import type { SecondStepState } from "@/components/sign-in/second-step-form";
import { secondStepProblem } from "@/components/sign-in/second-step-problem";
import { auth } from "@/lib/auth/auth";
import { usedPasskeySchema } from "@/lib/auth/given-proof";
import { formAction, openActionOf } from "@/lib/auth/open-action";
import { askSecondStepPasskey, enterWithPasskey, finishSecondStep } from "@/lib/auth/second-step";
import { steadyNow } from "@/lib/sessions/steady-now";

const finishRules = {
  fields: z.object({ code: z.string().max(100) }),
  withoutDatabase: async (): Promise<SecondStepState> => ({
    problem: (await requestWords()).brokenWords.noDatabase,
  }),
};

export const finish = formAction(finishRules, async ({ code }): Promise<SecondStepState> => {
  const words = await requestWords();
  if (code.trim() === "") return { problem: words.secondStepWords.missing };
  const answer = await finishSecondStep({ kind: "code", code });
  if (answer.status === "signedIn") return redirect("/tools-settings");
  if (answer.status === "over") return redirect("/sign-in?over");
  if (answer.status === "full") return redirect("/sign-in?over=full");
  return { problem: secondStepProblem(words, answer, "code") };
});

export const askPasskey = openActionOf(z.undefined(), askSecondStepPasskey);

export const finishWithPasskey = openActionOf(usedPasskeySchema, async (response) => {
  const answer = await finishSecondStep({ kind: "passkey", response });
  if (answer.status === "signedIn") return redirect("/tools-settings");
  if (answer.status === "over") return redirect("/sign-in?over");
  if (answer.status === "full") return redirect("/sign-in?over=full");
  return secondStepProblem(await requestWords(), answer, "passkey");
});

export const askPasskeyEntry = openActionOf(z.undefined(), () =>
  auth().passkeyEntry.ask(steadyNow()),
);

export const enterByPasskey = openActionOf(usedPasskeySchema, async (used): Promise<string> => {
  const answer = await enterWithPasskey(used);
  const { secondStepWords, signInWords } = await requestWords();
  switch (answer.status) {
    case "signedIn":
      return redirect("/tools-settings");
    case "wrong":
      return secondStepWords.passkeyWrong;
    case "full":
      return signInWords.full(answer.atOnce);
    case "tooMany":
      return signInWords.tooMany(Math.ceil(answer.retryAfterSeconds / 60));
  }
});
