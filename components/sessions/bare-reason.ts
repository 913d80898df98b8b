import { showControls } from "@/components/format/show-controls";
import { reasonText } from "@/components/words/reason-text";
import type { Words } from "@/components/words/words";
import type { Reason } from "@/lib/sessions/reason";

/** A reason as part of a sentence: some are quoted from servers, which end with a dot or a line break. Empty where the operator may not know it. */
export function bareReason(words: Words, reason: Reason | null): string {
  return reason ? showControls(reasonText(words, reason).trim().replace(/\.$/, "")) : "";
}
