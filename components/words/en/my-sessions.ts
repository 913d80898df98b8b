import { formats } from "./formats";

const { countOf, formatCount, formFor } = formats;

/** The texts of the page of own sessions. */
export const mySessionWords = {
  title: "My sessions",
  lead: "Where you are signed in to Rollcall. End what you do not know, then change your password.",
  openTitle: "Signed in now",
  endedTitle: "Ended lately",
  nothingEnded: "None has ended yet.",
  unknownBrowser: "Unknown browser",
  on: (browser: string, system: string) => `${browser} on ${system}`,
  thisOne: "This session",
  from: "from",
  through: (peer: string) => `through ${peer}`,
  since: (elapsed: string) => `signed in ${elapsed} ago`,
  signedIn: "Signed in",
  ago: (elapsed: string) => `${elapsed} ago`,
  activeNow: "active now",
  active: (elapsed: string) => `active ${elapsed} ago`,
  lastActive: "Last active",
  ended: "Ended",
  end: "End",
  endOf: (what: string) => `End the session of ${what}`,
  endOthers: "End all others",
  endTitle: (count: number) =>
    formFor(count, "End this session?", `End ${formatCount(count)} sessions?`),
  endBody: "Every page that is open there goes to the sign-in page at once.",
  consent: (count: number) => formFor(count, "OK, end session", "OK, end sessions"),
  running: "Ending…",
  done: (count: number) => `${countOf(count, "session", "sessions")} ended.`,
  lost: "Rollcall did not answer, so it is not known whether anything was ended. Close this and look at the list.",
} as const;

/** With what someone signed in, and why that ended. */
export const ownSessionWords = {
  signedInWith: new Map([
    ["password", "with password"],
    ["password+totp", "with password and code"],
    ["password+backup-code", "with password and backup code"],
    ["password+passkey", "with password and passkey"],
    ["passkey", "with passkey"],
    ["openid", "with OpenID Connect"],
  ]),
  endedByYou: "ended by you",
  endedByAdministrator: "ended by an administrator",
  endedWhy: new Map([
    ["signed-out", "signed out"],
    ["expired", "idle or signed in for too long"],
    ["password-changed", "the password was changed"],
    ["role-changed", "the role or the rights were changed"],
    ["disabled", "the user was disabled"],
    ["too-many", "more sessions than allowed at once"],
    ["factors-changed", "the second factors were changed"],
  ]),
  endedSomehow: "ended",
  byAdministrator: (why: string) => `${why} by an administrator`,
} as const;
