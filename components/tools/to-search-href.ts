import { showControls } from "@/components/format/show-controls";
import { toAddressText } from "@/components/sessions/address-text";
import { plainArrangement } from "@/components/sessions/arrangement";
import type { SessionKind } from "@/lib/sessions/session";
import { toolLooks } from "./tool-looks";

/** The page of these sessions, with the name looked for there, on one server or on all. */
export function toSearchHref(kind: SessionKind, name: string, server?: string): string {
  // The search finds names as they are shown.
  const search = showControls(name);
  const filters = server === undefined ? {} : { server: [server] };
  return `${toolLooks[kind].href}${toAddressText({ ...plainArrangement, search, filters })}`;
}
