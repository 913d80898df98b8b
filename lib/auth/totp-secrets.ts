import { readKeyFile, readOrMakeKeyFile } from "@/lib/store/key-file";
import { seal, unseal } from "@/lib/store/seal";

/** The secrets of authenticator apps, sealed under the key file. */
export interface TotpSecrets {
  /** Makes the key file where there is none. Throws KeyFileError. */
  seal(userId: string, secret: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Undefined where the key file cannot be used, or is another one. */
  unseal(userId: string, sealed: Uint8Array): Promise<string | undefined>;
}

export function openTotpSecrets(keyFile: string): TotpSecrets {
  return {
    seal: async (userId, secret) => seal(await readOrMakeKeyFile(keyFile), secret, toPlace(userId)),

    unseal: async (userId, sealed) => {
      const key = await findKey(keyFile);
      return key && unseal(key, sealed, toPlace(userId));
    },
  };
}

function toPlace(userId: string): string {
  return `User ${userId} totpSecret`;
}

async function findKey(keyFile: string): Promise<Buffer | undefined> {
  try {
    return await readKeyFile(keyFile);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "key-file") return undefined;
    throw error;
  }
}
