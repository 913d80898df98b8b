import type { PrismaClient } from "./generated/client";

/** SSH host keys that an operator accepted, for servers of the configuration file. */
export interface TrustedHostKeys {
  /** `SHA256:` and unpadded base64, as ssh-keygen prints it. */
  find(server: string): Promise<string | undefined>;
  /** Takes the place of an earlier one. */
  trust(server: string, fingerprint: string, now: Date): Promise<void>;
}

export function openTrustedHostKeys(client: PrismaClient): TrustedHostKeys {
  return {
    find: async (server) =>
      (await client.trustedHostKey.findUnique({ where: { server } }))?.fingerprint,

    trust: async (server, fingerprint, acceptedAt) => {
      await client.trustedHostKey.upsert({
        where: { server },
        create: { server, fingerprint, acceptedAt },
        update: { fingerprint, acceptedAt },
      });
    },
  };
}
