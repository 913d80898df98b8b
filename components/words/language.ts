import { z } from "zod";

export const languageSchema = z.enum(["en", "de"]);
export type Language = z.infer<typeof languageSchema>;

export const chosenLanguageSchema = z.enum(["browser", ...languageSchema.options]);
/** "browser": as the browser asks for. */
export type ChosenLanguage = z.infer<typeof chosenLanguageSchema>;

/** The server reads it, so that the first paint has the right words. */
export const languageCookie = "language";

/** A cookie may hold anything; what is no language means none was chosen. */
export function toChosenLanguage(cookie: string | undefined): ChosenLanguage {
  return chosenLanguageSchema.catch("browser").parse(cookie);
}

/**
 * The one of ours that a browser likes best, by its Accept-Language header; English where it knows none.
 * https://www.rfc-editor.org/rfc/rfc9110#name-accept-language
 */
export function toBrowserLanguage(header: string | null): Language {
  const wishes = (header ?? "").split(",").map((wish) => {
    const [tag = "", weight] = wish.split(";").map((part) => part.trim().toLowerCase());
    return { tag, weight: weight?.startsWith("q=") ? Number(weight.slice(2)) : 1 };
  });
  const liked = wishes.filter(({ weight }) => weight > 0);
  for (const { tag } of liked.toSorted((one, other) => other.weight - one.weight)) {
    const known = languageSchema.safeParse(tag.split("-")[0]);
    if (known.success) return known.data;
  }
  return "en";
}
