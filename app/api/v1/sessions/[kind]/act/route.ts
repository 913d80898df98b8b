import { apiError, notAllowed, notFound, notSignedIn, proofNeeded } from "@/app/api/v1/api-error";
import { apiRoute } from "@/app/api/v1/api-route";
import { sayMissing, schemaSentence } from "@/app/api/v1/schema-sentence";
import { actSchema, apiActions } from "@/app/api/v1/schemas";
import { toApiOutcome } from "@/app/api/v1/to-api-outcome";
import { isProven } from "@/lib/auth/is-proven";
import { operatorOfRequest } from "@/lib/auth/operator-of-request";
import { rollcall } from "@/lib/rollcall";
import { findKind } from "@/lib/sessions/find-kind";
import { mostWithoutProof } from "@/lib/sessions/proof";
import { findRef } from "@/lib/sessions/ref-text";
import type { SessionKind } from "@/lib/sessions/session";
import { actionsOf, type SessionAction } from "@/lib/sessions/session-action";
import { canAsk } from "@/lib/sessions/sight";
import { steadyNow } from "@/lib/sessions/steady-now";

interface Context {
  readonly params: Promise<{ kind: string }>;
}

export const POST = apiRoute<Context>(async (request, { params }) => {
  const kind = findKind((await params).kind);
  const operator = await operatorOfRequest(request);
  if (operator === "anonymous") return notSignedIn();
  if (!kind) return notFound();
  if (!operator.mayAct || !canAsk(operator, kind)) {
    return notAllowed(operator, `act on ${kind} sessions`);
  }

  const body = await toJson(request);
  if (body === undefined) return apiError(400, "bad-request", "The body is not JSON.");
  const parsed = actSchema.safeParse(body, sayMissing);
  if (!parsed.success) return apiError(400, "bad-request", schemaSentence(parsed.error));
  const { refs: texts, reason } = parsed.data;
  const message = parsed.data.action === "send-message" ? { message: parsed.data.message } : {};
  const action = apiActions[parsed.data.action];
  if (!isActionOf(action, kind)) {
    return apiError(400, "bad-request", `${kind} sessions know no ${parsed.data.action}.`);
  }
  const refs = texts.flatMap((text) => findRef(text) ?? []);
  if (refs.length < texts.length) {
    const wrong = texts.findIndex((text) => !findRef(text));
    return apiError(400, "bad-request", `refs[${wrong}] is not a ref that this API has given.`);
  }
  if (refs.length > mostWithoutProof && !isProven(operator, steadyNow())) return proofNeeded();
  const asked = { kind, action, refs, reason: reason ?? null, ...message };
  const outcomes = await rollcall().act(asked, operator);
  return Response.json({
    outcomes: outcomes.map((outcome, index) => ({
      ref: texts[index],
      ...toApiOutcome(action, outcome),
    })),
  });
});

export { notFound as GET };

function isActionOf(action: SessionAction, kind: SessionKind): boolean {
  const actions: readonly SessionAction[] = actionsOf[kind];
  return actions.includes(action);
}

/** Undefined, which JSON cannot say, when it is not JSON. */
async function toJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
