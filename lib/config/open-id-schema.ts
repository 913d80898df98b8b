import ipaddr from "ipaddr.js";
import { z } from "zod";
import { oneLine } from "@/lib/sessions/one-line";
import { roles } from "@/lib/sessions/session";

const claim = oneLine;
const groups = oneLine;

/** Where people prove who they are elsewhere, and what each group of them may be here. */
export const openIdSchema = z.strictObject({
  issuer: z
    .string()
    .refine(isIssuer, "must be an https address; http is for an issuer on this machine, by address")
    .transform((text) => new URL(text)),
  clientId: oneLine,
  clientSecret: z.string().min(1, "must not be empty"),
  /** On the button. */
  title: oneLine.default("Sign in with OpenID Connect"),
  scopes: z.array(oneLine).default(["profile", "email"]),
  groupsClaim: claim.default("groups"),
  loginClaim: claim.default("preferred_username"),
  /** By group. */
  roles: z
    .record(groups, z.enum(roles))
    .refine((given) => Object.keys(given).length > 0, "names no group, so nobody could sign in"),
  /** Who is in one of these groups sees what the role sees, and changes nothing. */
  viewers: z.array(groups).default([]),
});

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  if (search || hash || username) return false;
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}

function isLoopback(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, "");
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";
}
