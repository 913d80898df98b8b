import type { UserChanged, UserDeleted, UserEdited } from "@/lib/sessions/user";
import { toDeletedLogin } from "./deleted-login";
import { decideEdit, type UserEdit } from "./edit-user";
import { type EndedWhy, endAllOf } from "./end-sessions";
import type { Prisma, PrismaClient } from "./generated/client";
import type { OnSessionsEnded } from "./session-endings";
import type { SightChanges } from "./sight-changes";
import { countSightChange } from "./sights";
import { findHoldings, findUserFacts, type UserFacts, type WhichUser } from "./user-facts";

/** Who wants it, and when. */
export interface Wish {
  readonly by: string;
  readonly now: Date;
}

/** Each is one transaction: with its checks, and with the end of sessions that it brings. */
export interface UserChanges {
  /** Another role, or another right to act, ends the user's sessions. */
  edit(which: WhichUser, edit: UserEdit, wish: Wish): Promise<UserEdited>;
  changePassword(which: WhichUser, passwordHash: string, wish: Wish): Promise<UserChanged>;
  disable(which: WhichUser, wish: Wish): Promise<UserChanged>;
  enable(which: WhichUser): Promise<UserChanged>;
  /** The row stays, for the sake of its ended sessions, with nothing that anybody can sign in with. */
  remove(which: WhichUser, wish: Wish): Promise<UserDeleted>;
}

const done = { status: "done" } as const;
const gone = { status: "gone" } as const;
const lastAdministrator = { refusal: { status: "lastAdministrator" } } as const;

export function openUserChanges(client: PrismaClient, listeners: Listeners): UserChanges {
  const change = createChange(client, listeners);
  return {
    edit: (which, edit, wish) => change(which, wish, (facts, tx) => decideEdit(facts, edit, tx)),

    changePassword: (which, passwordHash, wish) =>
      change(which, wish, async () => ({ data: { passwordHash }, endedWhy: "password-changed" })),

    disable: (which, { by, now }) =>
      change(which, { by, now }, async ({ isLastAdministrator }) =>
        isLastAdministrator
          ? lastAdministrator
          : { data: { disabledAt: now }, endedWhy: "disabled" },
      ),

    enable: async (which) => {
      const where = { ...which, deletedAt: null };
      const { count } = await client.user.updateMany({ where, data: { disabledAt: null } });
      return count > 0 ? done : gone;
    },

    remove: (which, wish) => change(which, wish, async (facts) => decideRemoval(facts, wish.now)),
  };
}

/** What is written, and what follows from it. */
interface Effect {
  readonly data: Prisma.UserUncheckedUpdateInput;
  /** Why the user's sessions end; null where they go on. */
  readonly endedWhy: EndedWhy | null;
  /** Somebody may see another part of the world then. */
  readonly changesSight?: boolean;
}

export type Decision<Refusal> = Effect | { readonly refusal: Refusal };

interface Listeners {
  readonly tellEnded: OnSessionsEnded;
  readonly tellSight: SightChanges["tell"];
}

/** Finds the user, decides, and does what was decided, all while nobody else writes; tells of it afterwards. */
function createChange(client: PrismaClient, { tellEnded, tellSight }: Listeners) {
  return async <Refusal>(
    which: WhichUser,
    { by: endedBy, now: endedAt }: Wish,
    decide: (facts: UserFacts, tx: Prisma.TransactionClient) => Promise<Decision<Refusal>>,
  ) => {
    const { outcome, ended, sight } = await client.$transaction(async (tx) => {
      const facts = await findUserFacts(tx, which);
      if (!facts) return toNothing(gone);
      const decision = await decide(facts, tx);
      if ("refusal" in decision) return toNothing(decision.refusal);
      const { id } = facts.user;
      const { data, endedWhy, changesSight = false } = decision;
      await tx.user.update({ where: { id }, data });
      return {
        outcome: done,
        ended: endedWhy ? await endAllOf(tx, { id }, { endedAt, endedWhy, endedBy }) : [],
        sight: changesSight ? await countSightChange(tx) : null,
      };
    });
    tellEnded(ended);
    if (sight) await tellSight(sight);
    return outcome;
  };
}

function toNothing<Outcome>(outcome: Outcome) {
  return { outcome, ended: [], sight: null };
}

function decideRemoval({ user, isLastAdministrator }: UserFacts, now: Date): Decision<UserDeleted> {
  if (isLastAdministrator) return lastAdministrator;
  const holdings = findHoldings(user, null);
  if (holdings) return { refusal: holdings };
  const changesSight = user.ownerId !== null;
  return { data: toNobody(user, now), endedWhy: "deleted", changesSight };
}

function toNobody(user: UserFacts["user"], deletedAt: Date) {
  const all = { deleteMany: {} };
  return {
    login: toDeletedLogin(user),
    name: null,
    email: null,
    ownerId: null,
    passwordHash: null,
    openIdSubject: null,
    totpSecret: null,
    totpLastStep: null,
    passkeys: all,
    backupCodes: all,
    places: all,
    disabledAt: deletedAt,
    deletedAt,
  };
}
