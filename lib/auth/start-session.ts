import { recordFact } from "@/lib/sessions/record";
import { isStoreError } from "@/lib/sessions/store-trouble";
import type { SignedInWith } from "@/lib/store/panel-sessions";
import type { Pending } from "@/lib/store/pending-sign-ins";
import type { Store } from "@/lib/store/store";
import type { StoredUser } from "@/lib/store/users";
import type { SignedIn, StartRefusal } from "./auth";
import type { Visitor } from "./client-address";
import { toPlaces } from "./places";
import { hashSecret, newSecret } from "./secret";

interface Start {
  readonly visitor: Visitor;
  readonly signedInWith: SignedInWith;
  /** Null: the person is signed in by it. */
  readonly pending: Pending | null;
  readonly now: Date;
  /** When the person proved who they are. Absent: now, unless something is missing. */
  readonly provenAt?: Date | null;
}

/** `wrong` when the user is disabled, or got another password since `user` was read. */
export async function startSession(
  store: Store,
  { id: userId, login, passwordHash, isDisabled }: StoredUser,
  { visitor, now, ...how }: Start,
): Promise<SignedIn | StartRefusal> {
  if (isDisabled) return { status: "wrong" };
  await store.panelSessions.endExpired(now);
  const secret = newSecret();
  const tokenHash = hashSecret(secret);
  const session = { tokenHash, userId, passwordHash, startedAt: now };
  const { address, peerAddress, userAgent, browserSecret = newSecret(), earlierSecret } = visitor;
  const replacedHash = earlierSecret === undefined ? null : hashSecret(earlierSecret);
  const from = { address, peerAddress, userAgent, replacedHash };
  const started = await store.panelSessions.start({ ...session, ...from, ...how });
  switch (started.status) {
    case "started":
      if (how.pending === null) {
        await recordSignIn(store, login, { tokenHash, visitor, now, ...how });
        const places = toPlaces({ ...visitor, browserSecret });
        await store.knownPlaces.remember(userId, places, now).catch(throwUnlessTrouble);
      }
      return { status: "signedIn", secret, lastsMs: started.lastsMs, browserSecret };
    case "full":
      return started;
    case "changed":
      return { status: "wrong" };
  }
}

/** Nobody has the secret yet: where it cannot be recorded, nobody gets it. */
async function recordSignIn(
  { audit, panelSessions }: Store,
  login: string,
  { tokenHash, visitor, signedInWith, now }: Start & { readonly tokenHash: string },
): Promise<void> {
  const { address, peerAddress, userAgent } = visitor;
  const detail = { signedInWith, peerAddress, userAgent };
  const on = { user: login, address };
  try {
    await recordFact(audit, { event: "sign-in", by: { name: login, address }, ...on, detail });
  } catch (error) {
    await panelSessions.signOut(tokenHash, now);
    throw error;
  }
}

/** Who is signed in by then stays so: a place that is not known the next time costs a few tries at most. */
function throwUnlessTrouble(error: unknown): void {
  if (!isStoreError(error)) throw error;
}
