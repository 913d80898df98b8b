import type { Sight } from "@/lib/sessions/sight";

export function toSight(
  logins: readonly string[],
  domains: readonly string[] | null = null,
): Sight {
  return { logins: new Set(logins), domains: domains && new Set(domains) };
}
