import { z } from "zod";

/** The first mistake on one line, as `refs[0]: …`. */
export function schemaSentence({ issues: [issue] }: z.ZodError): string {
  const place = z.core.toDotPath(issue?.path ?? []) || "body";
  return `${place}: ${issue?.message}`.replace(/\s+/g, " ").concat(".");
}

/** For parsing: what is not there is said to be missing, not to be of a wrong type. */
export const sayMissing: z.core.ParseContext<z.core.$ZodIssue> = {
  error: ({ code, input }) =>
    code === "invalid_type" && input === undefined ? "is missing" : undefined,
};
