import { formats } from "./formats";
import { inMinutes } from "./in-minutes";

/** What is shown while a factor is set up, on the page My account and on the way in. */
export const setUpFactorWords = {
  scan: "Scan this with your authenticator app, or type the key into it:",
  qrCode: "QR code for an authenticator app",
  key: "Key",
  code: "Code from the app",
  codeAdvice: "The six digits that it shows now.",
  addTotp: "Turn on",
  addingTotp: "Checking…",
  passkeyName: "Name",
  passkeyNameAdvice: "What you will know it by, such as “Laptop” or “Key on my ring”.",
  passkeyNameDefault: "Passkey",
  addPasskey: "Add passkey",
  addingPasskey: "Your browser is asking…",
  wrongCode:
    "That code does not hold. Compare the clocks of this server and of your phone, then try the next one.",
  wrongPasskey: "That passkey could not be checked. Try again.",
  passkeyFailed: "The browser made no passkey. It may know one of this account already.",
  taken: "It is set up already. Reload the page.",
  noKey:
    "It could not be stored, because Rollcall's key file cannot be used. Tell whoever runs this server; its log says why.",
  over: "That sign-in has ended. Start again.",
  lost: "Rollcall did not answer, so it is not known whether anything was changed. Reload the page.",
  codesTitle: "Your backup codes",
  codesLead:
    "Each of them signs you in once, should you lose your second factor. They are shown this one time: keep them where you keep your other secrets.",
  download: "Download",
  kept: "I have kept them",
} as const;

export const accountWords = {
  title: "My account",
  endsOthers: "You stay signed in here; everywhere else you are signed out.",
  saving: "Saving…",
  done: {
    password: "Your password is changed. You were signed out everywhere else.",
    totp: "The authenticator app is turned on.",
    passkey: (name: string) => `The passkey ${name} is added.`,
    codes: "You have ten new backup codes.",
    renamed: (name: string) => `The passkey is now called ${name}.`,
    removed: (factor: string) => `${factor} is removed.`,
    gone: (factor: string) => `${factor} was removed already.`,
  },
  password: {
    title: "Password",
    none: "You sign in by your organisation, and have no password here.",
    body: (hasFactor: boolean) =>
      hasFactor
        ? "At least 8 characters, because you have a second factor."
        : "At least 15 characters. With a second factor, 8 are enough.",
    change: "Change password",
    dialog: "Change your password",
    next: "New password",
    repeat: "New password again",
    different: "The two passwords are not the same.",
    consent: "Change password",
  },
  totp: {
    title: "Authenticator app",
    body: "An app on your phone shows six digits that change every 30 seconds.",
    off: "Not set up",
    on: "On",
    add: "Set up",
    dialog: "Set up an authenticator app",
    name: "The authenticator app",
    remove: "Remove",
    removeTitle: "Remove the authenticator app?",
  },
  passkeys: {
    title: "Passkeys",
    body: "A passkey lives in your device or in a security key. It signs you in without a password, or stands beside it.",
    bodyElsewhere:
      "A passkey lives in your device or in a security key. With it you prove who you are when Rollcall asks again.",
    none: "None yet",
    add: "Add a passkey",
    dialog: "Add a passkey",
    rename: (name: string) => `Rename passkey ${name}`,
    remove: (name: string) => `Remove passkey ${name}`,
    renameTitle: "Rename this passkey",
    removeTitle: (name: string) => `Remove the passkey ${name}?`,
    save: "Save name",
    named: (name: string) => `The passkey ${name}`,
    impossible: (origin: string) =>
      `Browsers know no passkeys at ${origin}: they need a host name and https. Whoever runs this server sets ROLLCALL_URL to such an address, for example https://rollcall.example.com.`,
  },
  backupCodes: {
    title: "Backup codes",
    body: (left: number) =>
      `${formats.countOf(left, "code", "codes")} left, ${formats.formFor(left, "good", "each good")} for one sign-in.`,
    none: "They come with your first second factor.",
    make: "Make new codes",
    dialog: "Make new backup codes?",
    lead: "The ones you have now hold no longer.",
    consent: "Make new codes",
  },
  removal: {
    lead: "You are not asked for it any more when you sign in.",
    last: "It is your last second factor: after that your password alone signs you in, so it must have at least 15 characters. Type it, so that Rollcall can tell.",
    password: "Password",
    consent: "OK, remove",
    wrong: "That is not your password. Try again.",
    tooShort:
      "It stays: your password has fewer than 15 characters, too few to stand alone. Change your password first, or add another factor.",
    tooMany: (minutes: number) => `Too many attempts. Try again ${inMinutes(minutes)}.`,
  },
  lastUsed: (elapsed: string) => `last used ${elapsed} ago`,
  neverUsed: "not used yet",
} as const;
