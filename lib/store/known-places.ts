import type { PrismaClient } from "./generated/client";

/** Where users have signed in from. A place that was not used for 400 days is forgotten. */
export interface KnownPlaces {
  /** Those of these places that the user has signed in from. Takes as long for a user that there is not. */
  find(
    userId: string | undefined,
    places: readonly string[],
    now: Date,
  ): Promise<ReadonlySet<string>>;
  remember(userId: string, places: readonly string[], now: Date): Promise<void>;
}

export const rememberedDays = 400;

export function openKnownPlaces(client: PrismaClient): KnownPlaces {
  const { knownPlace } = client;
  return {
    find: async (userId = "", places, now) => {
      const found = await knownPlace.findMany({
        where: { userId, place: { in: [...places] }, usedAt: { gt: forgottenAt(now) } },
        select: { place: true },
      });
      return new Set(found.map(({ place }) => place));
    },

    remember: async (userId, places, usedAt) => {
      await client.$transaction([
        knownPlace.deleteMany({ where: { userId, usedAt: { lte: forgottenAt(usedAt) } } }),
        ...places.map((place) => {
          const id = { userId, place };
          return knownPlace.upsert({
            where: { userId_place: id },
            create: { ...id, usedAt },
            update: { usedAt },
          });
        }),
      ]);
    },
  };
}

function forgottenAt(now: Date): Date {
  return new Date(now.getTime() - rememberedDays * 86_400_000);
}
