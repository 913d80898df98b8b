import type { OpenIdProblem } from "@/lib/sessions/open-id-problem";

/** Why a sign-in by OpenID Connect came to nothing, and what to do. */
export const openIdWords = {
  or: "or",
  problems: {
    unreachable:
      "The sign-in service did not answer. Nobody was signed in; try again in a moment, or sign in with your password.",
    denied: "The sign-in service did not confirm who you are. Try again, or ask its administrator.",
    refused:
      "The answer of the sign-in service does not hold; it may have come too late, twice, or to another browser. Begin again from this page.",
    "no-role":
      "None of your groups may use Rollcall. Ask the administrator of the sign-in service to add you to one.",
    "no-login":
      "The sign-in service gave no login that Rollcall can use. Ask its administrator to set one.",
    "login-taken":
      "Your login belongs to somebody who signs in to Rollcall in another way. Ask an administrator of Rollcall to rename or delete that user.",
    disabled: "Your user is disabled. Ask an administrator of Rollcall to enable it.",
    full: "You are signed in in as many places as your role may be. Sign out in one of them first, or ask an administrator to end a session.",
    "too-many": "Too many attempts. Try again in a few minutes.",
  } satisfies Record<OpenIdProblem, string>,
} as const;
