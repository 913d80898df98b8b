"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requestWords } from "@/app/request-language";
import type { SetUpState } from "@/components/sign-in/set-up-form";
import type { SignInState } from "@/components/sign-in/sign-in-form";
import { sayProblems } from "@/components/users/say-problems";
import { formAction } from "@/lib/auth/open-action";
import { setUp } from "@/lib/auth/set-up";
import { signIn } from "@/lib/auth/sign-in";

const typedText = z.string().max(1000);
const signInSchema = z.object({ login: typedText, password: typedText });
const setUpSchema = signInSchema.extend({ token: typedText, repeat: typedText });

// Both take a plain form, so that they work before and without the page's scripts.

const enterRules = {
  fields: signInSchema,
  withoutDatabase: async ({ login }: { login: string }): Promise<SignInState> => ({
    login,
    problem: (await requestWords()).brokenWords.noDatabase,
  }),
};

export const enter = formAction(enterRules, async ({ login, password }): Promise<SignInState> => {
  const { signInWords } = await requestWords();
  if (login === "" || password === "") return { login, problem: signInWords.missing };
  const answer = await signIn({ login, password });
  switch (answer.status) {
    case "signedIn":
      return redirect("/tools-settings");
    case "pending":
      return redirect("/sign-in");
    case "wrong":
      return { login, problem: signInWords.wrong };
    case "full":
      return { login, problem: signInWords.full(answer.atOnce) };
    case "tooMany":
      return { login, problem: signInWords.tooMany(Math.ceil(answer.retryAfterSeconds / 60)) };
  }
});

const setUpRules = {
  fields: setUpSchema,
  withoutDatabase: async ({ login }: { login: string }): Promise<SetUpState> => ({
    login,
    problems: { login: (await requestWords()).brokenWords.noDatabase },
  }),
};

export const createFirstAdministrator = formAction(
  setUpRules,
  async (typed): Promise<SetUpState> => {
    const { token, login, password, repeat } = typed;
    const { setUpWords } = await requestWords();
    if (password !== repeat) return { login, problems: { repeat: setUpWords.different } };
    const answer = await setUp({ token, login, password });
    switch (answer.status) {
      case "signedIn":
        return redirect("/tools-settings/this-machine");
      case "pending":
        return redirect("/sign-in");
      case "linkUsed":
        // The page looks at the link again and says so.
        return redirect(`/sign-in?setup=${encodeURIComponent(token)}`);
      case "problems":
        return { login, problems: sayProblems(await requestWords(), answer.problems) };
    }
  },
);
