import type { AccountView } from "@/lib/sessions/account";

export function hasFactor(view: AccountView): boolean {
  return countFactors(view) > 0;
}

/** A password would be left alone. */
export function leavesPasswordAlone(view: AccountView): boolean {
  return view.hasPassword && countFactors(view) === 1;
}

/** Backup codes stand in for a factor, and are none. */
function countFactors({ totp, passkeys }: AccountView): number {
  return (totp ? 1 : 0) + passkeys.length;
}
