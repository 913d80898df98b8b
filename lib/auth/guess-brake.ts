import ipaddr from "ipaddr.js";

const guesses = 5;
const withinMs = 15 * 60_000;
const mostRemembered = 10_000;

export interface GuessBrake {
  /** Counts an attempt before its password is looked at. Seconds to wait, 0 to go on. */
  take(key: string, now: Date): number;
  /** The attempt was not looked at after all. */
  giveBack(key: string): void;
  /** The password was right. */
  forget(key: string): void;
}

/** Slows down guessing one login from one network; everyone else may still sign in to it. */
export function createGuessBrake(): GuessBrake {
  const attempts = new Map<string, readonly number[]>();
  return {
    take: (key, now) => {
      const recent = (attempts.get(key) ?? []).filter((at) => now.getTime() - at < withinMs);
      const [oldest] = recent;
      if (oldest !== undefined && recent.length >= guesses) {
        return Math.ceil((oldest + withinMs - now.getTime()) / 1000);
      }
      // Set anew, so that the map stays in the order of the last attempt.
      attempts.delete(key);
      attempts.set(key, [...recent, now.getTime()]);
      const [first] = attempts.keys();
      if (attempts.size > mostRemembered && first !== undefined) attempts.delete(first);
      return 0;
    },
    giveBack: (key) => {
      attempts.set(key, (attempts.get(key) ?? []).slice(0, -1));
    },
    forget: (key) => {
      attempts.delete(key);
    },
  };
}

export function toGuessKey(login: string, address: string): string {
  return JSON.stringify([login.slice(0, 200), toNetwork(address)]);
}

/** One IPv6 customer has a whole /64 to guess from. */
function toNetwork(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address;
  const parsed = ipaddr.IPv6.parse(address);
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toNormalizedString()}/64`).toString();
}
