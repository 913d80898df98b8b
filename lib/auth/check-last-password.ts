import type { FactorRemoved } from "@/lib/sessions/account";
import type { Store } from "@/lib/store/store";
import { createGuessBrake } from "./guess-brake";
import type { AccountOwner, AccountParts } from "./open-account";
import { isPassword } from "./password";
import { isEnoughAlone } from "./password-rules";

const busyRetrySeconds = 5;

/** Why somebody's last factor stays: the password would be left alone, and it is too short for that. */
export function createLastPasswordCheck(
  { users }: Store,
  { inTurn, clock }: Pick<AccountParts, "inTurn" | "clock">,
) {
  const brake = createGuessBrake({ clock });
  return async (
    { name, panelSessionId }: AccountOwner,
    password: string | null,
  ): Promise<FactorRemoved | undefined> => {
    const stored = (await users.find(name))?.passwordHash;
    // Who signs in by OpenID Connect alone has no password that could be left alone.
    if (typeof stored !== "string") return undefined;
    if (password === null) return { status: "passwordNeeded" };
    const retryAfterSeconds = brake.take(panelSessionId);
    if (retryAfterSeconds > 0) return { status: "tooMany", retryAfterSeconds };
    const isRight = await inTurn({ network: panelSessionId, isKnown: true }, () =>
      isPassword(password, stored),
    );
    if (isRight === "busy") return { status: "tooMany", retryAfterSeconds: busyRetrySeconds };
    if (!isRight) return { status: "wrong" };
    brake.forget(panelSessionId);
    return isEnoughAlone(password) ? undefined : { status: "passwordTooShort" };
  };
}
