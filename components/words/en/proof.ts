import { inMinutes } from "./in-minutes";

/** The dialog that asks again who is there. */
export const proofWords = {
  title: "Is it still you?",
  lead: "You have been signed in for a while. Prove once more who you are; then Rollcall goes on with what you asked for.",
  password: "Password",
  code: "Code",
  codeAdvice: "The six digits in your authenticator app, or a backup code.",
  waysLegend: "Prove it with",
  ways: { password: "Password", code: "Code", passkey: "Passkey" },
  passkeyAdvice: "Your browser asks for your passkey next.",
  consent: "Go on",
  running: "Checking…",
  noWay:
    "You signed in through another service, which must ask who you are. Sign in there again, and do it within 5 minutes.",
  signInAgain: "Sign in again",
  wrong: {
    password: "That is not your password. Try again.",
    code: "That code does not hold, or it was used before. Wait for the next one and try again.",
    passkey: "That passkey is not one of this account. Choose another.",
  },
  passkeyFailed: "The browser gave no passkey. Try again, or prove it in another way.",
  tooMany: (minutes: number) => `Too many attempts. Try again ${inMinutes(minutes)}.`,
  tooManyCodes: (minutes: number) =>
    `Too many wrong codes for this account. Use a backup code or a passkey, or try again ${inMinutes(minutes)}.`,
  noKey:
    "The code cannot be checked, because Rollcall's key file is missing or another one. Use a backup code or a passkey, and tell whoever runs this server.",
  lost: "Rollcall did not answer. Nothing was done; try again.",
  notProven: "Nothing was done, because you did not prove who you are.",
} as const;
