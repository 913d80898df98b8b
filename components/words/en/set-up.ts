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
  nobodyTitle: "Nobody can sign in yet",
  voidTitle: "This link does not hold any more",
  nobodyBody:
    "Open the setup link that Rollcall printed when it was started last: it makes the first administrator. For another link, start Rollcall again.",
  toSignIn: "Go to sign in",
} as const;
