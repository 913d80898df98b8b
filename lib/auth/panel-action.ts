import "server-only";
import type { z } from "zod";
import type { SignedInOperator } from "./auth";
import { noteFault, noteStoreErrors } from "./request-fault";
import { requireSignedIn } from "./require-operator";

interface PanelActionRules<Schema extends z.ZodType> {
  readonly may: "see" | "act";
  readonly input: Schema;
  /** False for what the page does by itself, such as refreshing. True unless said. */
  readonly countsAsActivity?: boolean;
}

/** The doorway of every server action: who, what, do. Input that does not parse was tampered with, and throws. */
export function panelAction<Schema extends z.ZodType, Result>(
  { may, input, countsAsActivity = true }: PanelActionRules<Schema>,
  handler: (input: z.output<Schema>, operator: SignedInOperator) => Promise<Result>,
): (raw?: unknown) => Promise<Result> {
  const pass = async (raw: unknown) => {
    const operator = await requireSignedIn({ countsAsActivity });
    if (may === "act" && !operator.mayAct) {
      noteFault(403);
      throw new Error(`${operator.name} may not act`);
    }
    noteFault(400);
    const given = input.parse(raw);
    noteFault(undefined);
    return handler(given, operator);
  };
  return (raw) => {
    noteFault(undefined);
    return noteStoreErrors(() => pass(raw));
  };
}
