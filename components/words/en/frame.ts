import type { ChosenLanguage } from "@/components/words/language";
import type { Role } from "@/lib/sessions/session";

/** The texts around every page. */
export const frameWords = {
  product: "Rollcall",
  toolsAndSettings: "Tools & Settings",
  loading: "Loading…",
  cancel: "Cancel",
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
  language: "Language",
  languages: {
    browser: "As the browser",
    en: "English",
    de: "Deutsch",
  } satisfies Record<ChosenLanguage, string>,
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

export const copyWords = {
  copy: "Copy",
  copied: "Copied",
  selected: "Selected: press Ctrl+C",
} as const;
