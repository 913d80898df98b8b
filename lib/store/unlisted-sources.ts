import type { PrismaClient } from "./generated/client";

/** What was found on this machine and is not wanted. A source is named by any text that stays the same. */
export interface UnlistedSources {
  list(): Promise<readonly string[]>;
  add(source: string, now: Date): Promise<void>;
  remove(source: string): Promise<void>;
}

export function openUnlistedSources({ unlistedSource }: PrismaClient): UnlistedSources {
  return {
    list: async () => (await unlistedSource.findMany()).map(({ source }) => source),

    add: async (source, unlistedAt) => {
      await unlistedSource.upsert({
        where: { source },
        create: { source, unlistedAt },
        update: {},
      });
    },

    remove: async (source) => {
      await unlistedSource.deleteMany({ where: { source } });
    },
  };
}
