"use server";

import { chosenLanguageSchema, languageCookie } from "@/components/words/language";
import { openActionOf } from "@/lib/auth/open-action";
import { keepChoice } from "./keep-choice";

/** Needs no one signed in: the sign-in page is read in a language too. */
export const chooseLanguage = openActionOf(chosenLanguageSchema, (language) =>
  keepChoice(languageCookie, language),
);
