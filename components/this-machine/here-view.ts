import type { ServersView } from "@/components/servers/server-view";
import type { Here, Listing } from "@/lib/sessions/here";

export type FoundHere = Extract<Here, { readonly status: "found" }>;
type FailedHere = Extract<Here, { readonly status: "failed" }>;

/** Somebody said what is listed of this machine, and these are the servers that stand for it. */
export interface DecidedHere {
  readonly status: "decided";
  readonly by: "file" | "server";
  readonly view: ServersView;
}

/** What runs on this machine, as the browser gets it. */
export type HereView = FoundHere | FailedHere | DecidedHere;

export interface HereActions {
  readonly look: () => Promise<HereView>;
  readonly setListed: (listing: Listing) => Promise<void>;
}
