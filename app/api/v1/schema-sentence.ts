import { z } from "zod";

/** The first mistake on one line, as `refs[0]: …`. */
export function schemaSentence({ issues: [issue] }: z.ZodError): string {
  const place = z.core.toDotPath(issue?.path ?? []) || "body";
  return `${place}: ${issue?.message}`.replace(/\s+/g, " ").concat(".");
}
