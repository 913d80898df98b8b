/** How somebody may prove again who they are. None at all: by signing in again. */
export interface ProofWays {
  readonly password: boolean;
  /** Of an authenticator app, or a backup code. */
  readonly code: boolean;
  readonly passkey: boolean;
}

/** Nothing was done: who asks must first prove again who they are. */
export interface ProofNeeded {
  readonly status: "proofNeeded";
  readonly ways: ProofWays;
}

export type ProofAnswer = { readonly status: "proven" } | ProofRefusal;
export type ProofRefusal =
  | { readonly status: "wrong" }
  | { readonly status: "tooMany"; readonly retryAfterSeconds: number }
  /** Codes of six digits are not looked at; backup codes and passkeys are. */
  | { readonly status: "tooManyCodes"; readonly retryAfterSeconds: number }
  /** The key file is missing, or another one, so that codes of six digits cannot be checked. */
  | { readonly status: "noKey" };

/** More sessions than this are not ended in one go without it. */
export const mostWithoutProof = 20;

export function isProofNeeded(answer: unknown): answer is ProofNeeded {
  return (
    typeof answer === "object" &&
    answer !== null &&
    "status" in answer &&
    answer.status === "proofNeeded"
  );
}
