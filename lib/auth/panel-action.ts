import "server-only";
import type { z } from "zod";
import { isNotAllowed, NotAllowed } from "@/lib/sessions/not-allowed";
import type { ProofNeeded } from "@/lib/sessions/proof";
import { steadyNow } from "@/lib/sessions/steady-now";
import { auth, type SignedInOperator } from "./auth";
import { isProven } from "./is-proven";
import { noteFault, noteStoreErrors } from "./request-fault";
import { requireSignedIn } from "./require-operator";

interface PanelActionRules<Schema extends z.ZodType> {
  readonly may: "see" | "act";
  readonly input: Schema;
  /** False for what the page does by itself, such as refreshing. True unless said. */
  readonly countsAsActivity?: boolean;
  readonly proof?: never;
}

interface ProvenActionRules<Schema extends z.ZodType>
  extends Omit<PanelActionRules<Schema>, "proof"> {
  /**
   * Done only when the person proved within the last 5 minutes who they are, else answered with
   * `proofNeeded`: the page calls it through `useProof` of components/proof, which asks and calls again.
   * A function says which input needs it.
   */
  readonly proof: "recent" | ((input: z.output<Schema>) => boolean);
}

type Handler<Schema extends z.ZodType, Result> = (
  input: z.output<Schema>,
  operator: SignedInOperator,
) => Promise<Result>;

/** The doorway of every server action: who, what, do. Input that does not parse was tampered with, and throws. */
export function panelAction<Schema extends z.ZodType, Result>(
  rules: PanelActionRules<Schema>,
  handler: Handler<Schema, Result>,
): (raw?: unknown) => Promise<Result>;
export function panelAction<Schema extends z.ZodType, Result>(
  rules: ProvenActionRules<Schema>,
  handler: Handler<Schema, Result>,
): (raw?: unknown) => Promise<Result | ProofNeeded>;
export function panelAction<Schema extends z.ZodType, Result>(
  {
    may,
    input,
    countsAsActivity = true,
    proof,
  }: PanelActionRules<Schema> | ProvenActionRules<Schema>,
  handler: Handler<Schema, Result>,
): (raw?: unknown) => Promise<Result | ProofNeeded> {
  const pass = async (raw: unknown) => {
    const operator = await requireSignedIn({ countsAsActivity });
    return await orNoteRefused(operator, async () => {
      if (may === "act" && !operator.mayAct) throw new NotAllowed(`${operator.name} may not act`);
      noteFault(400);
      const given = input.parse(raw);
      noteFault(undefined);
      const needsProof = typeof proof === "function" ? proof(given) : proof === "recent";
      if (needsProof && !isProven(operator, steadyNow())) {
        const ways = await auth().proofs.findWays(operator);
        return { status: "proofNeeded", ways } as const;
      }
      return await handler(given, operator);
    });
  };
  return (raw) => {
    noteFault(undefined);
    return noteStoreErrors(() => pass(raw));
  };
}

async function orNoteRefused<Result>(
  operator: SignedInOperator,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isNotAllowed(error)) {
      noteFault(403);
      auth().noteRefused(operator, error.message);
    }
    throw error;
  }
}
