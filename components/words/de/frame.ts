import type { Words } from "@/components/words/words";

export const frameWords: Words["frameWords"] = {
  product: "Rollcall",
  toolsAndSettings: "Tools & Einstellungen",
  loading: "Wird geladen…",
  cancel: "Abbrechen",
  skipToContent: "Zum Inhalt springen",
  openMenu: "Menü öffnen",
  navigation: "Tools",
  breadcrumb: "Wo Sie sind",
  signOut: "Abmelden",
  ownPages: "Für Sie",
  signedInAs: "Angemeldet als",
  viewerOf: (role) => `${role}, nur lesend`,
  theme: {
    legend: "Darstellung",
    system: "Wie das System",
    light: "Hell",
    dark: "Dunkel",
  },
  language: "Sprache",
  languages: {
    browser: "Wie der Browser",
    en: "English",
    de: "Deutsch",
  },
  notFound: {
    title: "Diese Seite gibt es nicht",
    body: "Die Adresse ist vielleicht alt, oder die Seite ist nicht für Ihre Rolle.",
  },
  back: "Zurück zu Tools & Einstellungen",
};

export const roleWords: Words["roleWords"] = {
  "server-administrator": "Serveradministrator",
  reseller: "Reseller",
  customer: "Kunde",
  "mailbox-owner": "Postfachinhaber",
};

export const copyWords: Words["copyWords"] = {
  copy: "Kopieren",
  copied: "Kopiert",
  selected: "Markiert: Strg+C drücken",
};
