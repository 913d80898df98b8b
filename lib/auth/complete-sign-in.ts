import type { SignedInWith } from "@/lib/store/panel-sessions";
import type { PendingSignIn } from "@/lib/store/pending-sign-ins";
import type { Store } from "@/lib/store/store";
import type { SignedIn } from "./auth";
import type { Visitor } from "./client-address";
import { startSession } from "./start-session";

export type Completed = SignedIn | CompletionRefusal;
export type CompletionRefusal =
  | { readonly status: "full"; readonly atOnce: number }
  /** It begins again with the password: too many wrong codes, too late, or ended by somebody. */
  | { readonly status: "over" };

export interface Completion {
  readonly signedInWith: SignedInWith;
  readonly visitor: Visitor;
  readonly now: Date;
}

/** Nothing is missing any more: signs in with a secret that was not known before. */
export async function completeSignIn(
  store: Store,
  { id, login }: PendingSignIn,
  completion: Completion,
): Promise<Completed> {
  const user = await store.users.find(login);
  // In this order nobody is signed in twice by one password.
  const isFirst = user && (await store.pendingSignIns.end(id, "completed", completion.now));
  if (!isFirst) return { status: "over" };
  const started = await startSession(store, user, { ...completion, pending: null });
  return started.status === "wrong" ? { status: "over" } : started;
}
