import { cookies, headers } from "next/headers";
import { german } from "@/components/words/de";
import { english } from "@/components/words/en";
import {
  type ChosenLanguage,
  type Language,
  languageCookie,
  toBrowserLanguage,
  toChosenLanguage,
} from "@/components/words/language";
import type { Words } from "@/components/words/words";

const catalogues: Record<Language, Words> = { en: english, de: german };

export async function chosenLanguage(): Promise<ChosenLanguage> {
  return toChosenLanguage((await cookies()).get(languageCookie)?.value);
}

/** What the operator chose, or else what their browser asks for. */
export async function requestLanguage(): Promise<Language> {
  const chosen = await chosenLanguage();
  return chosen === "browser"
    ? toBrowserLanguage((await headers()).get("accept-language"))
    : chosen;
}

/** For what is worded on the server: titles, and answers to forms. */
export async function requestWords(): Promise<Words> {
  return catalogues[await requestLanguage()];
}
