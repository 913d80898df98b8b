import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "openid-client";
import type { OpenIdProblem } from "@/lib/sessions/open-id-problem";

/** Nobody is signed in. */
export class OpenIdError extends Error {
  readonly code = "open-id";
  readonly problem: OpenIdProblem;

  constructor(problem: OpenIdProblem, options?: ErrorOptions) {
    super(problem, options);
    this.name = "OpenIdError";
    this.problem = problem;
  }

  /** What was wrong, for who runs the service. Empty where the problem says it all. */
  get why(): readonly string[] {
    return [...messagesOf(this.cause)];
  }
}

/** What the service did wrong, or did not do, becomes an OpenIdError; a bug stays what it is. */
export async function asOpenIdError<Found>(ask: () => Promise<Found>): Promise<Found> {
  try {
    return await ask();
  } catch (error) {
    const problem = findProblem(error);
    if (!problem) throw error;
    throw new OpenIdError(problem, { cause: error });
  }
}

/** No answer, or the answer of something else: a proxy's page, a 503. */
const noAnswer: ReadonlySet<string> = new Set([
  "OAUTH_TIMEOUT",
  "OAUTH_ABORT",
  "OAUTH_RESPONSE_IS_NOT_CONFORM",
  "OAUTH_RESPONSE_IS_NOT_JSON",
  "OAUTH_PARSE_ERROR",
]);

function findProblem(error: unknown): OpenIdProblem | undefined {
  if (error instanceof AuthorizationResponseError) return "denied";
  if (error instanceof ResponseBodyError || error instanceof WWWAuthenticateChallengeError) {
    return error.status >= 500 ? "unreachable" : "refused";
  }
  if (error instanceof ClientError)
    return noAnswer.has(error.code ?? "") ? "unreachable" : "refused";
  // Of `fetch` itself, which says no more than this.
  if (error instanceof TypeError && error.message === "fetch failed") return "unreachable";
  return undefined;
}

function* messagesOf(error: unknown): Generator<string> {
  if (!(error instanceof Error)) return;
  yield error.message;
  yield* messagesOf(error.cause);
}
