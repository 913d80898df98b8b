import type { Words } from "@/components/words/words";
import type { FactorRefused } from "@/lib/sessions/account";
import type { ProofNeeded } from "@/lib/sessions/proof";

type NotAdded = FactorRefused | ProofNeeded | { readonly status: "over" };

/** Why a factor was not added; null where the person knows. */
export function addedProblem(
  { setUpFactorWords }: Words,
  { status }: NotAdded,
  wrong: string,
): string | null {
  switch (status) {
    case "wrong":
      return wrong;
    case "taken":
      return setUpFactorWords.taken;
    case "noKey":
      return setUpFactorWords.noKey;
    case "over":
      return setUpFactorWords.over;
    case "proofNeeded":
      return null;
  }
}
