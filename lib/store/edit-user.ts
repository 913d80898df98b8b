import type { Role } from "@/lib/sessions/session";
import type { UserEdited } from "@/lib/sessions/user";
import type { Decision } from "./change-user";
import type { Prisma } from "./generated/client";
import { findHoldings, findOwnerId, type UserFacts } from "./user-facts";

export interface UserEdit {
  readonly name: string | null;
  readonly email: string | null;
  readonly role: Role;
  readonly ownerLogin: string | null;
  readonly isViewer: boolean;
}

export async function decideEdit(
  { user, isLastAdministrator }: UserFacts,
  { ownerLogin, ...edit }: UserEdit,
  tx: Prisma.TransactionClient,
): Promise<Decision<UserEdited>> {
  const { role, isViewer } = edit;
  const isOtherRole = role !== user.role;
  if (isLastAdministrator && (isOtherRole || isViewer)) {
    return { refusal: { status: "lastAdministrator" } };
  }
  const holdings = isOtherRole ? findHoldings(user, role) : undefined;
  if (holdings) return { refusal: holdings };
  // An owner that an earlier release let be may stay.
  const isAsBefore = !isOtherRole && ownerLogin === (user.owner?.login ?? null);
  const ownerId = isAsBefore ? user.ownerId : await findOwnerId(tx, role, ownerLogin);
  if (ownerId === undefined) return { refusal: { status: "ownerUnfit" } };
  return {
    data: { ...edit, ownerId },
    endedWhy: isOtherRole || isViewer !== user.isViewer ? "role-changed" : null,
    changesSight: isOtherRole || ownerId !== user.ownerId,
  };
}
