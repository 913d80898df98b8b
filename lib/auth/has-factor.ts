import type { StoredFactors } from "@/lib/store/factors";

/** Backup codes stand in for a factor, and are none. */
export function hasFactor({ totpSecret, passkeys }: StoredFactors): boolean {
  return totpSecret !== null || passkeys.length > 0;
}
