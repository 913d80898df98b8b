import type { Store } from "@/lib/store/store";
import type { StoredUser } from "@/lib/store/users";
import type { Credentials } from "./auth";
import type { Visitor } from "./client-address";
import type { FairQueue } from "./fair-queue";
import { monotonicClock } from "./guess-brake";
import { createGuessLimits, type Guess } from "./guess-limits";
import { toNetwork, toRegion } from "./network";
import { isPassword } from "./password";
import { toBrowserPlace, toNetworkPlace, toPlaces } from "./places";

type TriedPassword =
  | { readonly status: "right"; readonly user: StoredUser }
  | { readonly status: "wrong" }
  | { readonly status: "tooMany"; readonly retryAfterSeconds: number };

export type TryPassword = (
  credentials: Credentials,
  visitor: Visitor,
  now: Date,
) => Promise<TriedPassword>;

/** What was in the way is a moment's crowd. */
const busyRetrySeconds = 5;

/** Compares passwords, as often and as many at once as may be. Takes the same time where there is no such user. */
export function createTryPassword(
  store: Store,
  inTurn: FairQueue,
  clock = monotonicClock,
): TryPassword {
  const limits = createGuessLimits(clock);

  return async ({ login, password }, visitor, now) => {
    const user = await store.users.find(login);
    const known = await store.knownPlaces.find(user?.id, toPlaces(visitor), now);
    const guess = toGuess(login, visitor, known);
    const retryAfterSeconds = limits.take(guess);
    if (retryAfterSeconds > 0) return { status: "tooMany", retryAfterSeconds };
    const region = toRegion(visitor.address);
    const from = { network: guess.network, region, isKnown: known.size > 0 };
    const isRight = await inTurn(from, () => isPassword(password, user?.passwordHash ?? undefined));
    if (isRight === "busy") {
      limits.giveBack(guess);
      return { status: "tooMany", retryAfterSeconds: busyRetrySeconds };
    }
    if (!(isRight && user) || user.isDisabled) return { status: "wrong" };
    limits.forget(guess);
    return { status: "right", user };
  };
}

function toGuess(login: string, visitor: Visitor, known: ReadonlySet<string>): Guess {
  const network = toNetwork(visitor.address);
  const browser = toBrowserPlace(visitor);
  if (browser !== undefined && known.has(browser)) {
    return { login, network, knownPlace: { browser } };
  }
  return { login, network, knownPlace: known.has(toNetworkPlace(visitor)) ? "network" : null };
}
