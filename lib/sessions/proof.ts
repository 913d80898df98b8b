/** How somebody may prove again who they are; at least one is true. */
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
