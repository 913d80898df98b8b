import type { z } from "zod";
import { outcomeSentence } from "@/components/sessions/outcome-sentence";
import { english } from "@/components/words/en";
import type { ActionOutcome } from "@/lib/sessions/action-outcome";
import type { SessionAction } from "@/lib/sessions/session-action";
import type { outcomeSchema } from "./schemas";

type ApiOutcome = Omit<z.input<typeof outcomeSchema>, "ref">;

export function toApiOutcome(action: SessionAction, outcome: ActionOutcome): ApiOutcome {
  const message = outcomeSentence(english, action, outcome);
  if (outcome.status !== "alreadyGone") return { status: outcome.status, message };
  const { by } = outcome;
  const ended = by && { by: by.operator, at: by.at.toISOString() };
  return { status: "already-gone", message, ...ended };
}
