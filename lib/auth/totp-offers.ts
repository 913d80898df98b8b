import { newTotpSecret } from "./totp";

const lastsMs = 15 * 60_000;

interface Offer {
  readonly secret: string;
  readonly untilMs: number;
}

/** Secrets that wait for the first code of the app they were put into. */
export interface TotpOffers {
  /** The same again for the same session, for 15 minutes. */
  make(sessionId: string): string;
  find(sessionId: string): string | undefined;
  forget(sessionId: string): void;
}

export function createTotpOffers(clock: () => number): TotpOffers {
  const offers = new Map<string, Offer>();
  const find = (sessionId: string) => {
    const offer = offers.get(sessionId);
    return offer && offer.untilMs > clock() ? offer.secret : undefined;
  };
  return {
    find,
    make(sessionId) {
      for (const [id, { untilMs }] of offers) if (untilMs <= clock()) offers.delete(id);
      const secret = find(sessionId) ?? newTotpSecret();
      if (!offers.has(sessionId)) offers.set(sessionId, { secret, untilMs: clock() + lastsMs });
      return secret;
    },
    forget: (sessionId) => offers.delete(sessionId),
  };
}
