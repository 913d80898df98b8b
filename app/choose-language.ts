"use server";

import { cookies } from "next/headers";
import { chosenLanguageSchema, languageCookie } from "@/components/words/language";
import { openActionOf } from "@/lib/auth/open-action";

const oneYearSeconds = 365 * 86_400;

/** Needs no one signed in: the sign-in page is read in a language too. */
export const chooseLanguage = openActionOf(chosenLanguageSchema, async (language) => {
  const jar = await cookies();
  jar.set(languageCookie, language, { maxAge: oneYearSeconds, sameSite: "lax", httpOnly: true });
});
