import { showControls } from "@/components/format/show-controls";
import { inEnglish, type Reason } from "@/lib/sessions/reason";

/** A reason as part of a sentence: some are quoted from servers, which end with a dot or a line break. Empty where the operator may not know it. */
export function bareReason(reason: Reason | null): string {
  return reason ? showControls(inEnglish(reason).trim().replace(/\.$/, "")) : "";
}
