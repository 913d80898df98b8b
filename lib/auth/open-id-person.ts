import { z } from "zod";
import { type Role, roles } from "@/lib/sessions/session";
import type { OpenIdProfile } from "@/lib/store/open-id-users";
import { findNameProblem } from "./login";
import type { OpenIdSettings } from "./open-id";
import type { Claims } from "./open-id-client";
import { OpenIdError } from "./open-id-error";

/** Throws OpenIdError where the person may not be anybody here. */
export function toPerson(claims: Claims, settings: OpenIdSettings): OpenIdProfile {
  const groups = groupsSchema.parse(claims[settings.groupsClaim]);
  const role = findRole(groups, settings);
  if (!role) throw new OpenIdError("no-role");
  const login = toLogin(claims, settings);
  if (login === undefined) throw new OpenIdError("no-login");
  return {
    openIdSubject: `${settings.issuer.href} ${claims.sub}`,
    login,
    name: textSchema.parse(claims["name"]),
    email: textSchema.parse(claims["email"]),
    role,
    isViewer: groups.some((group) => settings.viewers.includes(group)),
  };
}

export function toLogin(claims: Claims, { loginClaim }: OpenIdSettings): string | undefined {
  const login = textSchema.parse(claims[loginClaim]);
  return login === null || findNameProblem(login) ? undefined : login;
}

/** Of several, the one that may most. */
function findRole(groups: readonly string[], settings: OpenIdSettings): Role | undefined {
  const given = new Map(Object.entries(settings.roles));
  const own = groups.map((group) => given.get(group));
  return roles.find((role) => own.includes(role));
}

const groupsSchema = z
  .union([z.array(z.string()), z.string().transform((group) => [group])])
  .catch([]);

const textSchema = z.string().trim().min(1).max(200).nullable().catch(null);
