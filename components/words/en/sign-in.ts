import { formats } from "./formats";
import { inMinutes } from "./in-minutes";

export const signInWords = {
  title: "Sign in",
  login: "Login",
  password: "Password",
  submit: "Sign in",
  submitting: "Signing in…",
  wrong: "Login and password do not match.",
  full: (atOnce: number) =>
    `You are signed in ${formats.formFor(atOnce, "in another place", `in ${formats.formatCount(atOnce)} other places`)}, which is as many as your role may have. Sign out there first, or ask an administrator to end a session.`,
  ended: (why: string) => `Your session is over: ${why}. Sign in to go on.`,
  missing: "Enter your login and your password.",
  tooMany: (minutes: number) => `Too many attempts. Try again ${inMinutes(minutes)}.`,
} as const;
