import { apiError, notAllowed, notFound, notSignedIn } from "@/app/api/v1/api-error";
import { apiRoute } from "@/app/api/v1/api-route";
import { toApiRollText } from "@/app/api/v1/to-api";
import { operatorOfRequest } from "@/lib/auth/operator-of-request";
import { rollcall } from "@/lib/rollcall";
import { findKind } from "@/lib/sessions/find-kind";
import { canAsk } from "@/lib/sessions/sight";

interface Context {
  readonly params: Promise<{ kind: string }>;
}

export const GET = apiRoute<Context>(async (request, { params }) => {
  const kind = findKind((await params).kind);
  const operator = await operatorOfRequest(request);
  if (operator === "anonymous") return notSignedIn();
  if (!kind) return notFound();
  if (!canAsk(operator, kind)) return notAllowed(operator, `see ${kind} sessions`);

  const fresh = new URL(request.url).searchParams.get("fresh");
  if (fresh !== null && fresh !== "1") {
    return apiError(400, "bad-request", "fresh takes the value 1 or is left out.");
  }
  const roll = await rollcall().roll(kind, operator, { fresh: fresh === "1" });
  return new Response(toApiRollText(roll, operator), {
    headers: { "content-type": "application/json" },
  });
});

export { notFound as POST };
