import { isService } from "./is-service";
import { toPlainAddress } from "./plain-address";
import { type Roll, sessionsOf } from "./roll";
import type { Session, SessionKind } from "./session";

/** Sessions of one kind that have a user or an address in common. */
export interface Share {
  readonly kind: SessionKind;
  readonly count: number;
}

interface BusyAddress {
  readonly address: string;
  readonly count: number;
  /** Most first. */
  readonly shares: readonly Share[];
}

/** The accounts of one name on two servers, or for two kinds of sessions, may be two people's. */
interface BusyUser extends Share {
  readonly user: string;
  readonly server: string;
}

/** Who has most sessions, most first; nobody with a single one. */
export interface Busiest {
  readonly addresses: readonly BusyAddress[];
  readonly users: readonly BusyUser[];
  /** Somebody may have more: not every source answers. */
  readonly isPartlyKnown: boolean;
}

/** Nobody reads more. */
const mostTold = 5;

/** Of what these rolls show. Services are not people. */
export function findBusiest(rolls: readonly Roll[]): Busiest {
  const addresses = new Map<string, Map<SessionKind, number>>();
  const users = new Map<string, BusyUser>();
  for (const { session, server } of listPeople(rolls)) {
    const { kind, remoteAddress, user } = session;
    if (remoteAddress !== null) {
      const address = toPlainAddress(remoteAddress);
      const shares = addresses.get(address) ?? new Map<SessionKind, number>();
      addresses.set(address, shares.set(kind, (shares.get(kind) ?? 0) + 1));
    }
    if (user !== null) {
      const key = JSON.stringify([kind, server, user]);
      const count = (users.get(key)?.count ?? 0) + 1;
      users.set(key, { kind, server, user, count });
    }
  }
  const answers = rolls.flatMap((roll) => roll.answers);
  return {
    addresses: takeMost([...addresses].map(toBusyAddress), ({ address }) => address),
    users: takeMost([...users.values()], ({ user, server, kind }) => [user, server, kind].join()),
    isPartlyKnown: answers.some(({ state }) => state !== "answered"),
  };
}

function* listPeople(
  rolls: readonly Roll[],
): Generator<{ readonly session: Session; readonly server: string }> {
  for (const answer of rolls.flatMap(({ answers }) => answers)) {
    for (const session of sessionsOf(answer)) {
      if (!isService(session)) yield { session, server: answer.source.server };
    }
  }
}

function toBusyAddress([address, counts]: readonly [
  string,
  ReadonlyMap<SessionKind, number>,
]): BusyAddress {
  const shares = [...counts].map(([kind, count]) => ({ kind, count }));
  return {
    address,
    count: shares.reduce((sum, { count }) => sum + count, 0),
    shares: shares.toSorted((one, other) => other.count - one.count),
  };
}

/** Those with as many stand by name, so that they keep their places from look to look. */
function takeMost<Busy extends { readonly count: number }>(
  all: readonly Busy[],
  nameOf: (busy: Busy) => string,
): readonly Busy[] {
  return all
    .filter(({ count }) => count > 1)
    .toSorted((one, other) => other.count - one.count || (nameOf(one) < nameOf(other) ? -1 : 1))
    .slice(0, mostTold);
}
