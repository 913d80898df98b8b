import type { Role } from "@/lib/sessions/session";
import type { ToolKind } from "@/lib/sessions/tool-state";

/** The texts of the frame, the index and the way in, in English. */
export const words = {
  product: "Rollcall",
  toolsAndSettings: "Tools & Settings",
  skipToContent: "Skip to content",
  openMenu: "Open menu",
  navigation: "Tools",
  breadcrumb: "Where you are",
  signOut: "Sign out",
  ownPages: "Yours",
  signedInAs: "Signed in as",
  viewerOf: (role: string) => `${role}, viewer`,
  theme: {
    legend: "Appearance",
    system: "As the system",
    light: "Light",
    dark: "Dark",
  },
  notFound: {
    title: "There is no such page",
    body: "The address may be old, or the page is not for your role.",
  },
  back: "Back to Tools & Settings",
} as const;

export const roleWords = {
  "server-administrator": "Server Administrator",
  reseller: "Reseller",
  customer: "Customer",
  "mailbox-owner": "Mailbox Owner",
} as const satisfies Record<Role, string>;

interface ToolWords {
  readonly short: string;
  readonly title: string;
  readonly purpose: string;
}

export const toolWords = {
  panel: {
    short: "Panel Sessions",
    title: "Active Panel Sessions",
    purpose: "Who is signed in to Rollcall itself, and from where.",
  },
  ftp: {
    short: "FTP Sessions",
    title: "Active FTP Sessions",
    purpose: "Who is connected over FTP, and which files are under way.",
  },
  terminal: {
    short: "Terminal Sessions",
    title: "Active Terminal Services Sessions",
    purpose: "Who is logged in to Windows and Linux servers, at the console or remotely.",
  },
  servers: {
    short: "Servers",
    title: "Servers",
    purpose: "Which servers Rollcall asks, how it reaches them, and how they are.",
  },
  domains: {
    short: "Domains",
    title: "Domains",
    purpose: "Which domains and FTP accounts belong to whom.",
  },
  users: {
    short: "Users",
    title: "Users",
    purpose: "Who may sign in to Rollcall, and what each may see and do.",
  },
  audit: {
    short: "Audit",
    title: "Audit",
    purpose: "Who signed in and who did what, in a record that cannot be changed unseen.",
  },
  settings: {
    short: "Settings",
    title: "Settings",
    purpose: "How long a sign-in lasts, and how many one person may have.",
  },
} as const satisfies Record<ToolKind, ToolWords>;

const otherThanSessions: Partial<Record<ToolKind, string>> = {
  servers: "server",
  domains: "domain",
  users: "user",
};

export const toolCountWords = {
  counted: (kind: ToolKind, count: number) =>
    `${otherThanSessions[kind] ?? "session"}${count === 1 ? "" : "s"}`,
  unknown: "Not known",
  noSource: "No server added yet",
  silent: (servers: string) => `No answer from ${servers}`,
  stale: (servers: string) => `Old answer from ${servers}`,
} as const;

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

/** "web01", "web01 and web02", "web01, web02 and 3 more". */
export function listNames(names: readonly string[]): string {
  const [first = "", second, ...others] = names;
  if (second === undefined) return first;
  if (others.length === 0) return `${first} and ${second}`;
  return `${first}, ${second} and ${others.length} more`;
}
