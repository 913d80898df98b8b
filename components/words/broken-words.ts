import { brokenWords as german } from "./de/broken";
import { brokenWords as english } from "./en/broken";
import type { Language } from "./language";
import type { Words } from "./words";

/** In every language, for what stands in for the root layout has no catalogue around it. */
export const brokenWordsOf: Record<Language, Words["brokenWords"]> = { en: english, de: german };
