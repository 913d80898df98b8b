import type { PrismaClient } from "./generated/client";

/** SSH host keys that an operator accepted, by name of the server or jump host, or by the id of a stored server. */
export interface TrustedHostKeys {
  /** `SHA256:` and unpadded base64, as ssh-keygen prints it. */
  find(server: string): Promise<string | undefined>;
  /** Fingerprints by name. */
  list(): Promise<ReadonlyMap<string, string>>;
  /** Takes the place of an earlier one. */
  trust(server: string, fingerprint: string, now: Date): Promise<void>;
}

export function openTrustedHostKeys(client: PrismaClient): TrustedHostKeys {
  return {
    find: async (server) =>
      (await client.trustedHostKey.findUnique({ where: { server } }))?.fingerprint,

    list: async () => {
      const all = await client.trustedHostKey.findMany();
      return new Map(all.map(({ server, fingerprint }) => [server, fingerprint]));
    },

    trust: async (server, fingerprint, acceptedAt) => {
      await client.trustedHostKey.upsert({
        where: { server },
        create: { server, fingerprint, acceptedAt },
        update: { fingerprint, acceptedAt },
      });
    },
  };
}
