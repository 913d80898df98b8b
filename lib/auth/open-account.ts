import type { AccountView, PasswordChanged } from "@/lib/sessions/account";
import { type Reason, reason } from "@/lib/sessions/reason";
import { record } from "@/lib/sessions/record";
import type { Store } from "@/lib/store/store";
import type { SignedInOperator } from "./auth";
import type { FactorChecks } from "./check-factor";
import type { FairQueue } from "./fair-queue";
import { hasFactor } from "./has-factor";
import { type FactorEditor, openFactorEditor } from "./open-factor-editor";
import { hashPassword } from "./password";
import { findLonePasswordProblem, findPasswordProblem } from "./password-rules";
import { toTotpTime } from "./totp";

/** Whose account it is: who is signed in, or still has to set up a second factor. */
export type AccountOwner = Pick<SignedInOperator, "name" | "address" | "userId" | "panelSessionId">;

/** What a person changes of their own. Each change ends their other sessions. */
export interface Account extends FactorEditor {
  look(owner: AccountOwner): Promise<AccountView>;
  changePassword(owner: AccountOwner, password: string, now: Date): Promise<PasswordChanged>;
}

export interface AccountParts {
  readonly checks: FactorChecks;
  readonly inTurn: FairQueue;
  readonly clock: () => number;
}

export function openAccount(store: Store, parts: AccountParts): Account {
  return {
    ...openFactorEditor(store, parts),

    look: async ({ name, userId }) => {
      const user = await store.users.find(name);
      const { totpSecret, totpLastStep, ...factors } = await store.factors.find(userId);
      const lastUsedAt = totpLastStep === null ? null : toTotpTime(totpLastStep);
      return {
        login: name,
        hasPassword: typeof user?.passwordHash === "string",
        totp: totpSecret === null ? null : { lastUsedAt },
        passkeys: factors.passkeys.map(({ id, name: called, createdAt, lastUsedAt: usedAt }) => ({
          id,
          name: called,
          createdAt,
          lastUsedAt: usedAt,
        })),
        backupCodesLeft: factors.backupCodesLeft,
        canHavePasskeys: parts.checks.passkeys.arePossible,
        origin: parts.checks.passkeys.origin,
      };
    },

    changePassword: async ({ name: login, address, userId, panelSessionId }, password, now) => {
      const user = await store.users.find(login);
      // A password would let in who is not let in there any more.
      if (typeof user?.passwordHash !== "string") return refuse(reason("signsInElsewhere"));
      const person = { login, name: user.name };
      const problem = hasFactor(await store.factors.find(userId))
        ? findPasswordProblem(password, person)
        : findLonePasswordProblem(password, person);
      if (problem) return refuse(problem);
      const passwordHash = await parts.inTurn({ network: panelSessionId, isKnown: false }, () =>
        hashPassword(password),
      );
      if (passwordHash === "busy") return refuse(reason("busy"));
      const change = { userId, keptSessionId: panelSessionId, now };
      const deed = { event: "user.password", by: { name: login, address }, user: login } as const;
      const isChanged = await record(
        store.audit,
        deed,
        () => store.factors.changePassword(change, passwordHash),
        (isDone) => ({ outcome: isDone ? "done" : "refused" }),
      );
      return isChanged ? { status: "changed" } : refuse(reason("signedOut"));
    },
  };
}

function refuse(problem: Reason): PasswordChanged {
  return { status: "refused", problem };
}
