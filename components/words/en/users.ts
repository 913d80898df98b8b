import type { Role } from "@/lib/sessions/session";
import { formats } from "./formats";
import { roleWords } from "./frame";

const { countOf, formFor } = formats;

export const userWords = {
  users: (count: number) => countOf(count, "user", "users"),
  add: "Add user",
  edit: (login: string) => `Change ${login}`,
  setPassword: (login: string) => `Set a password for ${login}`,
  resetFactors: (login: string) => `Reset the second factor of ${login}`,
  disable: (login: string) => `Disable ${login}`,
  enable: (login: string) => `Enable ${login}`,
  remove: (login: string) => `Delete ${login}`,
  searchAdvice: "Search login, name, owner…",
  noMatch: (text: string) => `No user matches “${text}”.`,
  firstOf: (shown: string, matching: string) =>
    `The first ${shown} of ${matching}. Search to find others.`,
  ownedBy: (owner: string) => `of ${owner}`,
  sessions: (count: number) => countOf(count, "session", "sessions"),
  you: "You",
  viewer: "Viewer",
  viewerHint: "Sees what the role sees, and changes nothing.",
  disabled: "Disabled",
  noPassword: "No password",
  noPasswordHint: "Signs in by OpenID Connect alone.",
  hasFactor: "Yes",
  hasNoFactor: "No",
  never: "Never",
  ago: (elapsed: string) => `${elapsed} ago`,
  lastSignIn: "Last sign-in",
  lost: "Rollcall did not answer, so it is not known whether anything was changed. Close this, look at the list, then try again.",
  gone: (login: string) => `Somebody has deleted ${login}. Close this and look at the list.`,
  lastAdministrator: (login: string) =>
    `${login} is the last server administrator who may act. Add another one first.`,
  owns: (login: string, names: readonly string[]) => {
    const it = formFor(names.length, "it", "them");
    return `${login} owns ${formats.listNames(names)}. Give ${it} another owner first, or delete ${it}.`;
  },
  sessionsEnd: (login: string, count: number) =>
    count === 0
      ? `${login} is not signed in now.`
      : `${countOf(count, "session", "sessions")} of ${login} ${formFor(count, "ends", "end")} at once, on every open page.`,
} as const;

export const userColumnWords = {
  user: "User",
  name: "Name",
  role: "Role",
  owner: "Owner",
  standing: "Standing",
  factor: "Second factor",
  sessions: "Sessions",
  lastSignIn: "Last sign-in",
  actions: "Actions",
} as const;

export const userFormWords = {
  addTitle: "Add a user",
  editTitle: (login: string) => `Change ${login}`,
  login: "Login",
  loginAdvice: "It cannot be changed later.",
  name: "Name",
  email: "Email address",
  optional: "(optional)",
  role: "Role",
  owner: "Owner",
  ownerNote: {
    customer: "(login of a reseller, optional)",
    "mailbox-owner": "(login of a customer, optional)",
  },
  viewer: "Viewer",
  viewerAdvice: "Sees what the role sees, and ends and changes nothing.",
  ownRights: "Another server administrator has to change what you may do yourself.",
  password: "Password",
  passwordAdvice:
    "At least 15 characters. With 8 to 14, a second factor is set up at the next sign-in.",
  save: "Save user",
  saving: "Saving…",
  added: (login: string) => `${login} is added.`,
  changed: (login: string) => `${login} is changed.`,
  loginTaken: (login: string) => `There is a user ${login} already.`,
  ownerUnfit: (login: string, role: Role) =>
    `There is no ${roleWords[role].toLowerCase()} with the login ${login}.`,
  sessionsEnd: (count: number) =>
    `Saving ends ${countOf(count, "session", "sessions")} of this user at once.`,
} as const;

export const userPasswordWords = {
  title: (login: string) => `Set a password for ${login}?`,
  password: "New password",
  consent: "Set password",
  running: "Setting…",
  done: (login: string) => `${login} has a new password.`,
} as const;

interface ConsentWords {
  readonly title: (login: string) => string;
  readonly lost: (login: string) => string;
  readonly consent: string;
  readonly running: string;
  readonly done: (login: string) => string;
}

export const userConsentWords = {
  disable: {
    title: (login) => `Disable ${login}?`,
    lost: (login) => `${login} cannot sign in until enabled again. Nothing else is lost.`,
    consent: "OK, disable user",
    running: "Disabling…",
    done: (login) => `${login} is disabled.`,
  },
  enable: {
    title: (login) => `Enable ${login}?`,
    lost: (login) => `${login} can sign in again, as before.`,
    consent: "OK, enable user",
    running: "Enabling…",
    done: (login) => `${login} may sign in again.`,
  },
  resetFactors: {
    title: (login) => `Reset the second factor of ${login}?`,
    lost: (login) =>
      `The authenticator app, the passkeys and the backup codes of ${login} are forgotten. Make sure that it is ${login} who asks for it.`,
    consent: "OK, reset second factor",
    running: "Resetting…",
    done: (login) => `The second factor of ${login} is reset.`,
  },
  remove: {
    title: (login) => `Delete ${login}?`,
    lost: (login) =>
      `The password and the second factors of ${login} are forgotten, for good. The audit keeps what ${login} did. The login is free for somebody else then.`,
    consent: "OK, delete user",
    running: "Deleting…",
    done: (login) => `${login} is deleted.`,
  },
} as const satisfies Record<string, ConsentWords>;
