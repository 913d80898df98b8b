import { auth } from "@/lib/auth/auth";
import type { Operator } from "@/lib/sessions/operator";

type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500 | 503;

/** The one shape of every error of the API. */
export function apiError(status: ErrorStatus, code: string, message: string): Response {
  const headers = status === 401 ? { "www-authenticate": "Bearer" } : undefined;
  return Response.json({ error: { code, message } }, { status, ...(headers ? { headers } : {}) });
}

export function notSignedIn(): Response {
  return apiError(401, "not-signed-in", "Send a valid token: Authorization: Bearer <token>.");
}

/** `what` was asked for, in a few words: for the audit. */
export function notAllowed(operator: Operator, what: string): Response {
  auth().noteRefused(operator, what);
  return apiError(403, "not-allowed", "This account or token may not do that.");
}

/** To a person by the cookie; a token is not asked. */
export function proofNeeded(): Response {
  return apiError(
    403,
    "proof-needed",
    "More than 20 sessions end in one go only within 5 minutes of a sign-in or of proving again who you are, on the page. Send fewer, or use a token.",
  );
}

export function notFound(): Response {
  return apiError(404, "not-found", "There is no such address: see /api/v1/openapi.json.");
}

export function withoutDatabase(): Response {
  const message = "Rollcall cannot use its database just now: try again in a minute.";
  return apiError(503, "database", message);
}
