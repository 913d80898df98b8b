export const secondStepWords = {
  title: "Second factor",
  lead: (login: string) =>
    `The password of ${login} was right. One more thing proves that it is you.`,
  code: "Code",
  codeAdvice: "The six digits in your authenticator app, or one of your backup codes.",
  submit: "Sign in",
  submitting: "Signing in…",
  missing: "Enter a code.",
  passkey: "Use a passkey",
  passkeyEntry: "Use a passkey instead",
  passkeyAsking: "Your browser is asking…",
  passkeyFailed: "The browser gave no passkey. Try again, or sign in in another way.",
  passkeyWrong:
    "Rollcall does not know this passkey, or its account may not sign in. Sign in with your password.",
  or: "or",
  startAgain: "Start again",
  full: "All of it was right, but you are signed in in as many places as your role may be. Sign out in one of them first, or ask an administrator to end a session.",
  over: "That sign-in has ended: it took too long, or there were too many wrong codes. Start again.",
  wrong:
    "That code does not hold, or it was used before. Wait for the next one, or use a backup code.",
  lost: "Rollcall did not answer. Try again.",
} as const;

export const enrolmentWords = {
  title: "Set up a second factor",
  lead: (login: string) =>
    `The password of ${login} has fewer than 15 characters, so that it needs a second factor. Set one up, or choose a longer password.`,
  appTitle: "With an authenticator app",
  passkeyTitle: "With a passkey",
  passwordTitle: "Or with a longer password",
  password: "New password",
  passwordAdvice: "At least 15 characters; a sentence works best.",
  repeat: "New password again",
  different: "The two passwords are not the same.",
  passwordSubmit: "Change password and sign in",
  doneTitle: "Your second factor is set up",
  doneLead: "From now on you are asked for it each time you sign in.",
  finish: "Go on to Rollcall",
} as const;
