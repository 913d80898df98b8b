import type { Pending } from "@/lib/store/pending-sign-ins";
import type { Store } from "@/lib/store/store";
import type { StoredUser } from "@/lib/store/users";
import type { Entered, SignInRefusal } from "./auth";
import type { Visitor } from "./client-address";
import { hasFactor } from "./has-factor";
import { isEnoughAlone } from "./password-rules";
import { startSession } from "./start-session";

/** Whose password was right: signs them in, or waits for what is missing. */
export async function enterWithPassword(
  store: Store,
  user: StoredUser,
  password: string,
  from: { readonly visitor: Visitor; readonly now: Date },
): Promise<Entered | SignInRefusal> {
  const pending = await findMissing(store, user, password);
  const started = await startSession(store, user, { ...from, signedInWith: "password", pending });
  if (started.status !== "signedIn" || pending === null) return started;
  return { ...started, status: "pending" };
}

async function findMissing(
  { factors }: Store,
  { id }: StoredUser,
  password: string,
): Promise<Pending | null> {
  if (hasFactor(await factors.find(id))) return "second-factor";
  return isEnoughAlone(password) ? null : "enrolment";
}
