import type { PrismaClient } from "./generated/client";

/** The one-time link of the first start. There is at most one; the newest counts. */
export interface SetupLink {
  replace(tokenHash: string, now: Date): Promise<void>;
  isOpen(tokenHash: string): Promise<boolean>;
}

const id = 1;

export function openSetupLink(client: PrismaClient): SetupLink {
  return {
    replace: async (tokenHash, createdAt) => {
      await client.setupLink.upsert({
        where: { id },
        create: { id, tokenHash, createdAt },
        update: { tokenHash, createdAt },
      });
    },

    isOpen: async (tokenHash) => (await client.setupLink.count({ where: { id, tokenHash } })) > 0,
  };
}
