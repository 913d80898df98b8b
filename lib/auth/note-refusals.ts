import type { AuditActor } from "@/lib/sessions/record";
import { toFact } from "@/lib/sessions/record";
import type { Audit } from "@/lib/store/audit";
import type { Visitor } from "./client-address";
import { findNameProblem } from "./login";
import { toNetwork } from "./network";

/** Who is asking before anybody has signed in: no login holds a space. */
const nobodyYet = "not signed in";

/** A sign-in that was turned away: alike for a user there is not and for a password that is wrong. */
export function noteSignInRefused(
  audit: Audit,
  typedLogin: string,
  { address, peerAddress }: Visitor,
  why: string,
): void {
  // What cannot be a login may be a password that went into the wrong field.
  const user = findNameProblem(typedLogin) === undefined ? typedLogin : null;
  const by = { name: nobodyYet, address };
  const detail = { why, peerAddress };
  const fact = toFact({ event: "sign-in.refuse", by, user, address, detail }, "refused");
  audit.noteRefusal(fact, toNetwork(address));
}

/** A token of the API that does not hold. */
export function noteTokenRefused(audit: Audit, address: string | null): void {
  const by = { name: nobodyYet, address };
  const fact = toFact(
    { event: "sign-in.refuse", by, address, detail: { why: "token" } },
    "refused",
  );
  audit.noteRefusal(fact, address === null ? "" : toNetwork(address));
}

/** An operator whose rights do not reach so far. `what`: in a few words, without what was given. */
export function noteActionRefused(audit: Audit, by: AuditActor, what: string): void {
  const fact = toFact({ event: "action.refuse", by, detail: { why: what } }, "refused");
  audit.noteRefusal(fact, by.address ?? "");
}
