import { english } from "./words/en";

// Rooms that do not ask for the chosen language yet.
export const { roleWords, toolWords } = english;
export const { listNames } = english.formats;

export const signInWords = {
  title: "Sign in",
  login: "Login",
  password: "Password",
  submit: "Sign in",
  submitting: "Signing in…",
  wrong: "Login and password do not match.",
  full: (atOnce: number) =>
    `You are signed in ${atOnce === 1 ? "in another place" : `in ${atOnce} other places`}, which is as many as your role may have. Sign out there first, or ask an administrator to end a session.`,
  missing: "Enter your login and your password.",
  tooMany: (minutes: number) =>
    `Too many attempts. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`,
} as const;

export const setUpWords = {
  title: "Create the first administrator",
  lead: "This account sees every session on every server, and may end them.",
  login: "Login",
  password: "Password",
  passwordAdvice:
    "At least 15 characters; a sentence works best. With 8 to 14, a second factor is set up next.",
  repeat: "Password again",
  different: "The two passwords are not the same.",
  submit: "Create and sign in",
  submitting: "Creating…",
  usedTitle: "This link was used",
  usedBody:
    "A setup link works once. If it was you, sign in. If it was not, tell whoever runs this server at once.",
  toSignIn: "Go to sign in",
} as const;
