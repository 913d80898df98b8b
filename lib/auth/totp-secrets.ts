import { readKeyFile, readOrMakeKeyFile } from "@/lib/store/key-file";
import { seal, unseal } from "@/lib/store/seal";

/** The secrets of authenticator apps, sealed under the key file. */
export interface TotpSecrets {
  /** Makes the key file where there is none. Undefined where it cannot be used. */
  seal(userId: string, secret: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Undefined also where it is another one. */
  unseal(userId: string, sealed: Uint8Array): Promise<string | undefined>;
}

export function openTotpSecrets(keyFile: string): TotpSecrets {
  return {
    seal: async (userId, secret) => {
      const key = await orUndefined(readOrMakeKeyFile(keyFile));
      return key && seal(key, secret, toPlace(userId));
    },

    unseal: async (userId, sealed) => {
      const key = await orUndefined(readKeyFile(keyFile));
      return key && unseal(key, sealed, toPlace(userId));
    },
  };
}

function toPlace(userId: string): string {
  return `User ${userId} totpSecret`;
}

async function orUndefined(reading: Promise<Buffer>): Promise<Buffer | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "key-file") return undefined;
    throw error;
  }
}
