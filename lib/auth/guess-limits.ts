import { createGuessBrake, monotonicClock } from "./guess-brake";

/** One try to sign in. */
export interface Guess {
  readonly login: string;
  readonly network: string;
  /** The place it comes from, where that user has signed in from there before. */
  readonly knownPlace: "network" | { readonly browser: string } | null;
}

export interface GuessLimits {
  /** Counts a try before its password is looked at. Seconds to wait, 0 to go on. */
  take(guess: Guess): number;
  /** It was not looked at after all. */
  giveBack(guess: Guess): void;
  /** The password was right. */
  forget(guess: Guess): void;
}

const mostFromPlace = 5;
const mostFromNetwork = 30;
const mostFromStrangers = 100;

/**
 * Slows down guessing, and shuts nobody out. Each place has 5 tries a login in 15 minutes, and each network
 * 30 in all. A login that strangers have tried 100 times is never locked: each network that has not signed
 * in to it has one try then. A browser that has signed in before has tries that nobody else can use up.
 */
export function createGuessLimits(clock = monotonicClock): GuessLimits {
  const byPlace = createGuessBrake({ most: mostFromPlace, clock });
  const byNetwork = createGuessBrake({ most: mostFromNetwork, clock });
  const byStrangers = createGuessBrake({ most: mostFromStrangers, clock });

  return {
    take: (guess) => {
      const { network, knownPlace } = guess;
      const [place, login] = [toPlaceKey(guess), toLoginKey(guess)];
      const isFewer = knownPlace === null && byStrangers.waitSeconds(login) > 0;
      const seconds = Math.max(
        byPlace.waitSeconds(place, isFewer ? 1 : mostFromPlace),
        isKnownBrowser(guess) ? 0 : byNetwork.waitSeconds(network),
      );
      if (seconds > 0) return seconds;
      byPlace.count(place);
      if (!isKnownBrowser(guess)) byNetwork.count(network);
      if (knownPlace === null) byStrangers.count(login);
      return 0;
    },

    giveBack: (guess) => {
      byPlace.giveBack(toPlaceKey(guess));
      giveBackToOthers(guess);
    },

    forget: (guess) => {
      byPlace.forget(toPlaceKey(guess));
      giveBackToOthers(guess);
    },
  };

  function giveBackToOthers(guess: Guess): void {
    if (!isKnownBrowser(guess)) byNetwork.giveBack(guess.network);
    if (guess.knownPlace === null) byStrangers.giveBack(toLoginKey(guess));
  }
}

function isKnownBrowser({ knownPlace }: Guess): boolean {
  return knownPlace !== null && knownPlace !== "network";
}

/** No login is as long as that; what a stranger types may be. */
function toLoginKey({ login }: Guess): string {
  return login.slice(0, 200);
}

function toPlaceKey(guess: Guess): string {
  const { network, knownPlace } = guess;
  const place = knownPlace === null || knownPlace === "network" ? { network } : knownPlace;
  return JSON.stringify([toLoginKey(guess), place]);
}
