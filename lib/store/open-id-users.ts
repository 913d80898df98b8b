import type { Role } from "@/lib/sessions/session";
import { endAllOf } from "./end-sessions";
import type { PrismaClient } from "./generated/client";
import type { OnSessionsEnded } from "./session-endings";
import type { SightChanges } from "./sight-changes";
import { countSightChange } from "./sights";
import { isTaken, type StoredUser, toStoredUser } from "./users";

/** What the service of OpenID Connect says of somebody. */
export interface OpenIdProfile {
  /** Issuer and subject: a login may be given to somebody else one day, this is not. */
  readonly openIdSubject: string;
  readonly login: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: Role;
  readonly isViewer: boolean;
}

export interface OpenIdUser extends StoredUser {
  readonly email: string | null;
  readonly isViewer: boolean;
}

/** Users whose sign-in is known elsewhere. They keep the login they came with. */
export interface OpenIdUsers {
  find(openIdSubject: string): Promise<OpenIdUser | undefined>;
  /** False when somebody has that login, or came a moment ago. */
  add(profile: OpenIdProfile, now: Date): Promise<boolean>;
  describe(id: string, profile: Pick<OpenIdProfile, "name" | "email">): Promise<void>;
  /** Ends all sessions of that user. */
  changeRole(
    id: string,
    profile: Pick<OpenIdProfile, "role" | "isViewer">,
    now: Date,
  ): Promise<void>;
}

export function openOpenIdUsers(
  client: PrismaClient,
  tellEnded: OnSessionsEnded,
  tellSight: SightChanges["tell"],
): OpenIdUsers {
  const { user } = client;
  return {
    find: async (openIdSubject) => {
      const found = await user.findUnique({ where: { openIdSubject } });
      if (!found) return undefined;
      const isDisabled = found.disabledAt !== null || found.deletedAt !== null;
      const { email, isViewer } = found;
      return { ...toStoredUser(found), isDisabled, email, isViewer };
    },

    add: async (profile, createdAt) => {
      try {
        await client.$transaction([
          user.create({ data: { ...profile, createdAt } }),
          client.setupLink.deleteMany(),
        ]);
        return true;
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },

    describe: async (id, { name, email }) => {
      await user.update({ where: { id }, data: { name, email } });
    },

    changeRole: async (id, { role, isViewer }, now) => {
      const ending = { endedAt: now, endedWhy: "role-changed" } as const;
      const [ended, , , change] = await client.$transaction([
        endAllOf(client, { id }, ending),
        // Who owns a user of the one role may not own one of the other.
        user.updateMany({ where: { id, role: { not: role } }, data: { ownerId: null } }),
        user.update({ where: { id }, data: { role, isViewer } }),
        countSightChange(client),
      ]);
      tellEnded(ended);
      await tellSight(change);
    },
  };
}
