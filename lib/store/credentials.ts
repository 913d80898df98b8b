import { z } from "zod";
import { reason } from "@/lib/sessions/reason";
import { KeyFileError, readKeyFile, readOrMakeKeyFile } from "./key-file";
import { seal, unseal } from "./seal";

const credentialSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("password"), password: z.string() }),
  z.strictObject({
    kind: z.literal("privateKey"),
    privateKey: z.string(),
    passphrase: z.string().nullable(),
  }),
]);
export type StoredCredential = z.infer<typeof credentialSchema>;

/** What logs in to stored servers, sealed under the key file. Both throw KeyFileError. */
export interface Credentials {
  /** Makes the key file where there is none. */
  seal(serverId: string, credential: StoredCredential): Promise<Uint8Array<ArrayBuffer>>;
  /** For the same server only: moved to another row, it does not open. */
  unseal(serverId: string, sealed: Uint8Array): Promise<StoredCredential>;
}

export function openCredentials(keyFile: string): Credentials {
  return {
    seal: async (serverId, credential) =>
      seal(await readOrMakeKeyFile(keyFile), JSON.stringify(credential), toPlace(serverId)),

    async unseal(serverId, sealed) {
      const text = unseal(await readKeyFile(keyFile), sealed, toPlace(serverId));
      if (text !== undefined) return credentialSchema.parse(JSON.parse(text));
      throw new KeyFileError(reason("sealedByOther", { path: keyFile }));
    },
  };
}

function toPlace(serverId: string): string {
  return `Server ${serverId} credential`;
}
