import { type Reason, sayReason } from "@/lib/sessions/reason";
import type { Words } from "./words";

/** Why something failed or will not do, in the language of the page. */
export function reasonText({ reasons, formats }: Words, why: Reason): string {
  return sayReason(why, reasons, formats.formatPlain);
}
