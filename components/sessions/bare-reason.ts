import { showControls } from "@/components/format/show-controls";

/** A reason as part of a sentence: some are quoted from servers, which end with a dot or a line break. */
export function bareReason(reason: string): string {
  return showControls(reason.trim().replace(/\.$/, ""));
}
