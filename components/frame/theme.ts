import { z } from "zod";

export const themeSchema = z.enum(["system", "light", "dark"]);
export type Theme = z.infer<typeof themeSchema>;

/** The server reads it, so that the first paint has the right colours. */
export const themeCookie = "theme";

/** A cookie may hold anything; what is no theme means none was chosen. */
export function toTheme(cookie: string | undefined): Theme {
  return themeSchema.catch("system").parse(cookie);
}
